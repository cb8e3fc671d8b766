import { NoteForm } from '#components/published/note-form';
import { NotesList } from '#components/published/notes-list';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { listNotes } from '#lib/counting/published/queries';
import { ForbiddenPage } from '../../../../missing-page';
import { noteError } from '../../note-error';

/** What is wrong with the note that was just sent, in words. */
function noteErrors(t: Translate) {
  const failure = currentSubmission()?.failure;
  return failure?.kind === 'invalid' ? failure.errors.map((error) => noteError(t, error)) : [];
}

/** The published notes that were entered, and the form for another. */
export default async function PublishedNotes({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const home = `/${locale}/summaries/against-the-note`;
  const actor = await requireSignIn(locale, `${home}/notes/manage`);
  const notes = await listNotes(actor);
  if (!notes.ok) return <ForbiddenPage locale={locale} />;
  const { form = {}, notice, isRestored: kept } = formResult(locale, t, '/enter', '/withdraw');
  const errors = noteErrors(t);
  const by = actor.role === 'manager' ? actor.accountId : null;
  const title = t('published.others');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: home, label: t('published.title') }]}
    >
      <h1>{title}</h1>
      {kept ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {notes.value.length === 0 ? (
        <p className="lead">{t('published.noOthers')}</p>
      ) : (
        <NotesList {...{ locale, t, home, by }} notes={notes.value} />
      )}
      {by ? (
        <>
          <h2>{t('published.enterAnother')}</h2>
          <p className="prose">{t('published.enterLead')}</p>
          <p>
            <a href={`${home}/notes/template`} download>
              {t('published.template')}
            </a>
          </p>
          <NoteForm {...{ locale, t, by, form, errors }} action={`${home}/notes/enter`} />
        </>
      ) : null}
    </Page>
  );
}
