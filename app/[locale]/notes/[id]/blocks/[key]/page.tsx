import { BlockHistory, CommentForm, RemoveForm } from '#components/notes/block-forms';
import { LanguageForm, RenderedBlock } from '#components/notes/block-text';
import { CommentsSection } from '#components/notes/comments-section';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { isLocale, type Locale } from '#lib/convention/names';
import type { EditionView } from '#lib/notes/store/queries';
import { MissingPage } from '../../../../missing-page';
import { blockName } from '../../block-name';
import { readEdition, type NoteParams } from '../../read-edition';
import { BlockBindings } from './block-bindings';
import { BlockTexts } from './block-texts';
import { readBlock } from './read-block';

type Params = Readonly<{
  params: Promise<{ locale: Locale; id: string; key: string }>;
  searchParams: NoteParams['searchParams'];
}>;

/** The language that the address names, or the source language. */
function languageIn(
  { edition: { languages, sourceLocale } }: EditionView,
  language: string | string[] | undefined,
): Locale {
  return isLocale(language) && languages.includes(language) ? language : sourceLocale;
}

/** One block: its text in a language, what its placeholders stand for, comments and versions. */
export default async function Block({ params, searchParams }: Params) {
  const { key } = await params;
  const reading = await readEdition({ params, page: `/blocks/${key}` });
  const { locale, t, actor, found, isWriter, isDraft, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const query = await searchParams;
  const language = languageIn(found, query.language);
  const block = await readBlock({
    actor,
    found,
    key: decodeURIComponent(key),
    language,
    locale,
    t,
  });
  if (!block) return <MissingPage locale={locale} />;
  const { kind, version } = block.stored;
  const title = blockName(t, kind, block.number);
  const blockPath = `${notePath}/blocks/${key}`;
  const writeCrumb = { href: `${notePath}/write#${key}`, label: t('notes.write.title') };
  const isNamed = found.people.some(({ accountId }) => accountId === actor.accountId);
  const { form = {}, verb, errors, notice } = result;
  const formOf = (name: string) => (verb === name ? { form, errors } : { form: {}, errors: [] });
  return (
    <Page title={title} {...frame} crumbs={[...frame.crumbs, writeCrumb]}>
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <h2>{t('notes.block.reads')}</h2>
      <RenderedBlock locale={locale} t={t} language={language} runs={block.runs} />
      <LanguageForm t={t} language={language} languages={found.edition.languages} />
      <BlockTexts
        {...{ reading, found, block, blockPath, language }}
        wantsPlain={query.plain === 'yes'}
      />
      <BlockBindings
        {...{ locale, t, block, blockPath, by, verb, formOf }}
        changes={isWriter && isDraft}
      />
      <CommentsSection
        locale={locale}
        t={t}
        notePath={notePath}
        by={by}
        comments={block.comments.map((each) => ({ ...each, place: title, href: '#comments' }))}
        mayResolve={isWriter}
      />
      {isDraft && (isWriter || isNamed) ? (
        <CommentForm {...{ t, blockPath, by }} {...formOf('comment')} />
      ) : null}
      <BlockHistory {...{ locale, t, language }} versions={block.versions} />
      {isWriter && isDraft ? <RemoveForm {...{ t, blockPath, by, version }} /> : null}
    </Page>
  );
}
