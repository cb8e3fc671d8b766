import { Page, StatusTag } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { formatDate, formatList } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { visibleEditions } from '#lib/notes/store/queries';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import { noteMarks } from './status-marks';

export default async function Notes({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const listed = actor.role === 'public' && !environment().open ? [] : await visibleEditions(actor);
  const isWriter = mayWriteNotes(actor);
  return (
    <Page title={t('notes.title')} site={t('site.name')}>
      <h1>{t('notes.title')}</h1>
      <p className="lead">{t('notes.lead')}</p>
      {isWriter ? (
        <p>
          <a className="button" href={`/${locale}/notes/new`}>
            {t('notes.open')}
          </a>
        </p>
      ) : null}
      {listed.length === 0 ? (
        <p>{t(isWriter ? 'notes.noneYet' : 'notes.none')}</p>
      ) : (
        <ul className="notes">
          {listed.map(({ id, symbol, title, status, chapters, cutoff, sourceLocale }) => (
            <li key={id}>
              <a
                href={`/${locale}/notes/${id}${status === 'published' && !isWriter ? '/text' : ''}`}
              >
                <bdi>{symbol}</bdi>
              </a>{' '}
              <StatusTag
                code={status}
                mark={noteMarks[status]}
                label={t(`notes.statuses.${status}`)}
              />
              <p>{title[locale] ?? title[sourceLocale]}</p>
              <p className="note">
                {t('notes.listed', {
                  chapters: t('notes.facts.chapters', {
                    count: chapters.length,
                    list: formatList(locale, chapters),
                  }),
                  cutoff: formatDate(locale, cutoff),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
