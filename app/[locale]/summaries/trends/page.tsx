import { Figure } from '#components/summaries/figures/figure';
import { SummaryTable } from '#components/summaries/summary-table';
import { trendTables } from '#lib/counting/summary-figures/trend-tables';
import { growthOfNeeds, needsByYear, periodsTable } from '#lib/counting/summary-figures/trends';
import { trendsForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** Summaries and their needs by the time of completion. */
export default async function TrendsSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view } = reading;
  const { t } = view;
  const [years, halves] = [
    trendsForPage(actor, question, 'year'),
    trendsForPage(actor, question, 'half'),
  ];
  const tables = [
    ...trendTables(view, years),
    periodsTable(view, halves, 'halves', t('seen.trends.byHalf')),
  ];
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('seen.pages.trends'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="trends"
    >
      {years.length > 0 ? (
        <>
          <Figure {...view} figure={needsByYear(view, years)} />
          <Figure {...view} figure={growthOfNeeds(view, halves, years)} />
          {tables.map((table) => (
            <SummaryTable key={table.id} locale={locale} table={table} />
          ))}
        </>
      ) : null}
    </SummaryPage>
  );
}
