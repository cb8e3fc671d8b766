import { SourceChange, SourceText, TextForm, WrittenText } from '#components/notes/block-text';
import { errorOf } from '#components/ui/error-summary';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { diffTexts } from '#lib/needs/model/text-diff';
import type { EditionView } from '#lib/notes/store/queries';
import { hasRole } from '#lib/notes/store/permissions';
import type { readEdition } from '../../read-edition';
import type { BlockView } from './read-block';

type Props = Readonly<{
  reading: Awaited<ReturnType<typeof readEdition>>;
  found: EditionView;
  block: BlockView;
  blockPath: string;
  language: Locale;
  wantsPlain: boolean;
}>;

/** Whether the reader may change the text in this language: writers may, translators but the source. */
function mayEditText({ reading, found: { edition, people }, language }: Props): boolean {
  const { actor, isDraft, isWriter } = reading;
  const isTranslation = language !== edition.sourceLocale;
  return isDraft && (isWriter || (isTranslation && hasRole(actor, 'translates', people)));
}

/** What the text field holds at first: what was typed, a text without variants, or the stored one. */
function initialText({ reading: { result }, block, language, wantsPlain }: Props): string {
  const { form = {}, verb } = result;
  if (verb === 'write') return textOf(form, 'text');
  if (wantsPlain) return block.plain;
  return block.stored.content.texts[language]?.text ?? '';
}

/** The source text, what changed in it since the translation, and the text in the language. */
export function BlockTexts(props: Props) {
  const { reading, found, block, blockPath, language, wantsPlain } = props;
  const { t, by, result } = reading;
  const { sourceLocale } = found.edition;
  const { content, version } = block.stored;
  const source = content.texts[sourceLocale]?.text ?? '';
  const own = content.texts[language];
  const isTranslation = language !== sourceLocale;
  const isOutdated = isTranslation && own?.from !== undefined && own.from !== source;
  const error = result.verb === 'write' ? errorOf(result.errors, 'text') : undefined;
  return (
    <>
      {isTranslation ? <SourceText t={t} language={sourceLocale} text={source} /> : null}
      {isOutdated ? (
        <SourceChange
          t={t}
          language={sourceLocale}
          stretches={diffTexts(own.from ?? '', source, sourceLocale)}
        />
      ) : null}
      {mayEditText(props) ? (
        <TextForm
          {...{ t, language, blockPath, by, version, error }}
          text={initialText(props)}
          offersPlain={block.plain !== own?.text && !wantsPlain}
        />
      ) : (
        <WrittenText language={language} text={own?.text} />
      )}
    </>
  );
}
