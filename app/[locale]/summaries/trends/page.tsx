import { GrowingNeeds, NeedsByYear, PeriodsTable, TrendTables } from '#components/summaries/trends';
import { trendsAsked } from '#lib/counting/summaries/page-queries';
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
    trendsAsked(actor, question, 'year'),
    trendsAsked(actor, question, 'half'),
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
          <NeedsByYear {...view} periods={years} />
          <GrowingNeeds {...view} periods={halves} years={years} />
          <TrendTables {...view} periods={years} />
          <PeriodsTable {...view} periods={halves} id="halves" caption={t('seen.trends.byHalf')} />
        </>
      ) : null}
    </SummaryPage>
  );
}
