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
import { EditionNotice, OutOfViewNotice } from './edition-notice';
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

type Reading = Awaited<ReturnType<typeof readEdition>>;
type Parts = Readonly<{ reading: Reading; found: EditionView; look: string }>;

/** The finished documents of the edition. */
async function documentsPart({ reading, found, look }: Parts) {
  const { locale, t, actor, notePath, by } = reading;
  const documents = await documentsOfEdition(actor, found.edition.id);
  if (!documents.ok) return null;
  return <DocumentsSection {...{ locale, t, notePath, by, look }} documents={documents.value} />;
}

/** A published edition for those who only read it: what it is, its text and its documents. */
async function publishedPart(parts: Parts) {
  const { reading, found } = parts;
  const { locale, t, id, notePath } = reading;
  const { edition } = found;
  const languages = languagesOf(edition);
  return (
    <>
      <Heading locale={locale} t={t} edition={edition} />
      <EditionNotice locale={locale} t={t} edition={edition} />
      <EditionLinks
        {...{ t, id, notePath, languages }}
        source={edition.sourceLocale}
        isDraft={false}
        isAtWork={false}
        mayEditHead={false}
      />
      <h2>{t('notes.edition.particulars')}</h2>
      <EditionFacts locale={locale} t={t} edition={edition} languages={languages} />
      {await documentsPart(parts)}
    </>
  );
}

/** An edition for those who work on it: also what there is to do on it, its people and comments. */
async function workPart(parts: Parts) {
  const { reading, found } = parts;
  const { locale, t, id, actor, isWriter, isDraft, notePath, result, by } = reading;
  const { form = {}, verb, errors, notice } = result;
  const { edition, people } = found;
  const { status, sourceLocale, checksum } = edition;
  const state = await readState(actor, found, t);
  const comments = await readComments(actor, id, notePath, state.names);
  const languages = languagesOf(edition);
  const isNaming = verb === 'name';
  const common = { locale, t, notePath, by };
  return (
    <>
      <Heading locale={locale} t={t} edition={edition} />
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <EditionNotice locale={locale} t={t} edition={edition} />
      {state.unpublished && !isDraft ? <OutOfViewNotice t={t} notePath={notePath} /> : null}
      <EditionLinks
        {...{ t, id, notePath, languages, isDraft }}
        source={sourceLocale}
        isAtWork
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
      {await documentsPart(parts)}
      <PeopleSection
        {...common}
        people={people}
        checksums={[state.checksum, ...(checksum ? [checksum] : [])]}
        mayName={isWriter && status !== 'published'}
        form={isNaming ? form : {}}
        errors={isNaming ? errors : []}
      />
      {isDraft ? <CommentsSection {...common} comments={comments} mayResolve={isWriter} /> : null}
    </>
  );
}

/** An edition of the note. */
export default async function Edition({ params, searchParams }: NoteParams) {
  const reading = await readEdition({ params });
  const { locale, found, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { look } = await searchParams;
  const parts = { reading, found, look: look === '1' ? '2' : '1' };
  return (
    <Page title={found.edition.symbol} {...frame}>
      {await (found.isAtWork ? workPart : publishedPart)(parts)}
    </Page>
  );
}
