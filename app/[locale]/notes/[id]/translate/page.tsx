import {
  TranslationsTable,
  type TranslationRow,
  type TranslationState,
} from '#components/notes/translations-table';
import { Page } from '#components/ui/page';
import { isLocale, type Locale } from '#lib/convention/names';
import { languageNames } from '#lib/text/languages';
import type { BlockText } from '#lib/notes/model/vocabulary';
import { blocksOfEdition, type EditionView } from '#lib/notes/store/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';

/** What needs work stands first. */
const order: readonly TranslationState[] = ['untranslated', 'outdated', 'current'];

/** The language that the address names, or the first one that is not the source language. */
function languageIn(
  { edition: { languages, sourceLocale } }: EditionView,
  language: string | string[] | undefined,
): Locale {
  if (isLocale(language) && language !== sourceLocale) return language;
  return languages.find((each) => each !== sourceLocale) ?? sourceLocale;
}

/** Whether a text is translated, and from the present source text. */
function stateOf(source: string, translation: BlockText | undefined): TranslationState {
  if (!translation) return 'untranslated';
  const { from } = translation;
  return from !== undefined && from !== source ? 'outdated' : 'current';
}

/** Every block beside its source, with missing and outdated translations first. */
export default async function Translate({ params, searchParams }: NoteParams) {
  const reading = await readEdition({ params, page: '/translate' });
  const { locale, t, id, actor, found, notePath, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { sourceLocale } = found.edition;
  const query = await searchParams;
  const language = languageIn(found, query.language);
  const rows = (await blocksOfEdition(actor, id, null))
    .map(({ key, kind, content: { texts } }): TranslationRow => {
      const source = texts[sourceLocale]?.text ?? '';
      const translation = texts[language];
      return {
        key,
        name: blockName(t, kind, ''),
        source,
        translation: translation?.text ?? '',
        state: stateOf(source, translation),
      };
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const title = t('notes.translate.title', { language: languageNames[language] });
  return (
    <Page title={title} {...frame}>
      <h1>{title}</h1>
      <p className="lead">{t('notes.translate.lead')}</p>
      <TranslationsTable {...{ t, notePath, language, sourceLocale, rows }} />
    </Page>
  );
}
