import { CommentsSection } from '#components/notes/comments-section';
import { DocumentsSection } from '#components/notes/documents-section';
import { DraftState } from '#components/notes/draft-state';
import { EditionActions } from '#components/notes/edition-actions';
import { EditionFacts } from '#components/notes/edition-facts';
import { EditionLinks } from '#components/notes/edition-links';
import { PeopleSection } from '#components/notes/people-section';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page, StatusTag } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { documentsOfEdition } from '#lib/notes/documents/jobs';
import { languagesOf } from '#lib/notes/store/languages';
import { commentsOfEdition, type EditionView } from '#lib/notes/store/queries';
import { hasRole } from '#lib/notes/store/permissions';
import type { Translate } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';
import { noteMarks } from '../status-marks';
import { EditionNotice } from './edition-notice';
import { readEdition, type NoteParams } from './read-edition';
import { readState } from './read-state';

const Heading = ({
  locale,
  t,
  edition: { symbol, status, title, sourceLocale },
}: Readonly<{ locale: Locale; t: Translate; edition: EditionView['edition'] }>) => (
  <>
    <h1>
      <bdi>{symbol}</bdi>{' '}
      <StatusTag code={status} mark={noteMarks[status]} label={t(`notes.statuses.${status}`)} />
    </h1>
    <p className="lead">{title[locale] ?? title[sourceLocale]}</p>
  </>
);

/** The open comments, each with the block that it is on. */
async function readComments(
  actor: Actor,
  noteId: string,
  notePath: string,
  names: ReadonlyMap<string, string>,
) {
  const comments = await commentsOfEdition(actor, noteId);
  return comments
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ key, ...own }) => ({
      ...own,
      href: `${notePath}/blocks/${key}#comments`,
      place: names.get(key) ?? key,
    }));
}

/** An edition: what it is, what there is to do on it, its documents, people and comments. */
export default async function Edition({ params, searchParams }: NoteParams) {
  const reading = await readEdition({ params });
  const { locale, t, id, actor, found, isWriter, isDraft, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { form = {}, verb, errors, notice } = result;
  const { edition, people } = found;
  const { status, symbol, sourceLocale, checksum } = edition;
  const state = await readState(actor, found, t);
  const comments = await readComments(actor, id, notePath, state.names);
  const languages = languagesOf(edition);
  const documents = await documentsOfEdition(actor, id);
  const { look } = await searchParams;
  const isNaming = verb === 'name';
  const common = { locale, t, notePath, by };
  return (
    <Page title={symbol} {...frame}>
      <Heading locale={locale} t={t} edition={edition} />
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <EditionNotice locale={locale} t={t} edition={edition} />
      <EditionLinks
        {...{ t, id, notePath, languages, isDraft }}
        source={sourceLocale}
        mayEditHead={isWriter}
      />
      {isDraft ? (
        <DraftState {...common} edition={edition} state={state} isWriter={isWriter} />
      ) : null}
      <EditionActions
        {...{ t, notePath, by, edition, isWriter }}
        isApprover={hasRole(actor, 'approves', people)}
        checksum={checksum ?? state.checksum}
      />
      <h2>{t('notes.edition.particulars')}</h2>
      <EditionFacts locale={locale} t={t} edition={edition} languages={languages} />
      {documents.ok ? (
        <DocumentsSection {...common} documents={documents.value} look={look === '1' ? '2' : '1'} />
      ) : null}
      <PeopleSection
        {...common}
        people={people}
        checksums={[state.checksum, ...(checksum ? [checksum] : [])]}
        mayName={isWriter && status !== 'published'}
        form={isNaming ? form : {}}
        errors={isNaming ? errors : []}
      />
      {isDraft ? <CommentsSection {...common} comments={comments} mayResolve={isWriter} /> : null}
    </Page>
  );
}
