import { NoteForm } from '#components/published/note-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { notesEntered } from '#lib/counting/published/queries';
import { ForbiddenPage } from '../../../../missing-page';
import { noteError } from '../../said';

/** The notes that were taken down, and the form for another. */
export default async function PublishedNotes({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const home = `/${locale}/summaries/against-the-note`;
  const actor = await signedIn(locale, `${home}/notes/manage`);
  const notes = await notesEntered(actor);
  if (!notes.ok) return <ForbiddenPage locale={locale} />;
  const { form = {}, notice, kept } = answered(locale, t, '/enter', '/withdraw');
  const { failure } = currentAnswer() ?? {};
  const errors =
    failure?.kind === 'invalid' ? failure.errors.map((error) => noteError(t, error)) : [];
  const enters = actor.role === 'manager';
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
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {notes.value.length === 0 ? (
        <p className="lead">{t('published.noOthers')}</p>
      ) : (
        <ul className="notes">
          {notes.value.map(({ id, title: of, symbol, chapter, cutoff, enteredBy }) => (
            <li key={id}>
              <a href={`${home}/${id}`}>
                <bdi>{of}</bdi>
              </a>
              {symbol ? (
                <>
                  {' '}
                  <bdi>({symbol})</bdi>
                </>
              ) : null}
              <p className="note">
                {t('published.listed', {
                  chapter,
                  date: formatDate(locale, cutoff),
                  name: enteredBy,
                })}
              </p>
              {enters ? (
                <form method="post" action={`${home}/notes/withdraw`}>
                  <input type="hidden" name="by" value={actor.accountId!} />
                  <input type="hidden" name="id" value={id} />
                  <button className="as-link">{t('published.withdrawOf', { title: of })}</button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {enters ? (
        <>
          <h2>{t('published.enterAnother')}</h2>
          <p className="prose">{t('published.enterLead')}</p>
          <p>
            <a href={`${home}/notes/template`} download>
              {t('published.template')}
            </a>
          </p>
          <NoteForm
            locale={locale}
            t={t}
            action={`${home}/notes/enter`}
            by={actor.accountId!}
            form={form}
            errors={errors}
          />
        </>
      ) : null}
    </Page>
  );
}
