import { NeedsByPeriod } from '#components/summaries/figures/trend';
import { TrendByArticle, TrendByCategory, TrendByRegion, TrendTable } from '#components/summaries/trend-tables';
import { trendsAsked } from '#lib/summaries/queries';
import { enoughToDraw, perSummary } from '#lib/summaries/trends';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

export default async function TrendsSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, shown } = reading;
  const { t, count, chapter } = shown;
  const [years, halves] = [trendsAsked(actor, question, 'year'), trendsAsked(actor, question, 'half-year')];
  const common = { locale, t, trends: years };
  return (
    <SummaryPage reading={reading} title={t('trends.title', { chapter })} place="trends">
      {years.length === 0 ? null : (
        <>
          {count.totals.needs >= enoughToDraw ? <NeedsByPeriod {...shown} trends={years} /> : <p className="note">{t('trends.tooFew', { least: enoughToDraw })}</p>}
          <h2>{t('trends.years')}</h2>
          <TrendTable {...common} caption={t('trends.years')} perSummary={perSummary} />
          <h2>{t('trends.halves')}</h2>
          <TrendTable {...common} trends={halves} caption={t('trends.halves')} perSummary={perSummary} />
          <h2>{t('summaries.regions')}</h2>
          <TrendByRegion {...common} />
          <h2>{t('summaries.articles')}</h2>
          <TrendByArticle {...common} />
          <h2>{t('summaries.categories')}</h2>
          <TrendByCategory {...common} />
        </>
      )}
    </SummaryPage>
  );
}
