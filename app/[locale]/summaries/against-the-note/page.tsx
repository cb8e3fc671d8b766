import { SubNavigation } from '#components/summaries/sub-navigation';
import { Page } from '#components/ui/page';
import { note2023 } from '#lib/counting/published/note-2023';
import { maySeeNotes } from '#lib/counting/published/queries';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { CheckedNote } from './checked-note';

/**
 * The note of 2023 compared with the register. It counts until its own date, whatever filter the
 * other summary pages have.
 */
export default async function AgainstTheNote({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const {
    actor,
    view: { t, chapter, chapters, query, without },
  } = reading;
  const title = t('published.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/summaries${query}`, label: t('summaries.title', { chapter }) }]}
    >
      <h1>{title}</h1>
      <SubNavigation
        locale={locale}
        t={t}
        chapters={chapters}
        query={query}
        without={without}
        place="against-the-note"
      />
      <CheckedNote
        actor={actor}
        locale={locale}
        note={note2023}
        title={t('published.note2023')}
        withTexts={false}
      >
        {maySeeNotes(actor) ? (
          <p>
            <a href={`/${locale}/summaries/against-the-note/notes/manage`}>
              {t('published.others')}
            </a>
          </p>
        ) : null}
      </CheckedNote>
    </Page>
  );
}
