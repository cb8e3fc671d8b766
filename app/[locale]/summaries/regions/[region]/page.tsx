import { ArticlesOfRegion } from '#components/summaries/figures/by-article';
import { CategoriesOfRegion } from '#components/summaries/figures/by-category';
import { TypesOfRegion } from '#components/summaries/figures/types';
import { MatrixTable } from '#components/summaries/matrix-table';
import { StatusesTable } from '#components/summaries/statuses-table';
import { Totals } from '#components/summaries/totals';
import { isRegion, regionName } from '#lib/convention/regions';
import { MissingPage } from '../../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../../read-summary';
import { SummaryPage } from '../../summary-page';

/** The needs of one regional group. */
export default async function RegionSummary({
  params,
  searchParams,
}: SummaryParams<{ region: string }>) {
  const { locale, region } = await params;
  if (!isRegion(region)) return <MissingPage locale={locale} />;
  const reading = await readSummary(locale, searchParams, { region });
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, view } = reading;
  const { t, count, chapter } = view;
  const { type } = await namesOf(actor, locale);
  const name = regionName(region, locale);
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.regionTitle', { region: name, chapter })}
      place={`regions/${region}`}
    >
      <Totals {...view} totals={count.totals} />
      <h2>{t('matches.byStatus')}</h2>
      <StatusesTable {...view} region={region} />
      <h2>{t('summaries.articles')}</h2>
      <ArticlesOfRegion {...view} region={region} />
      <h2>{t('summaries.matrixOf', { region: name })}</h2>
      <MatrixTable {...view} matrix={count.matrices.find((matrix) => matrix.region === region)!} />
      <h2>{t('summaries.categories')}</h2>
      <CategoriesOfRegion {...view} region={region} />
      <h2>{t('summaries.types')}</h2>
      <TypesOfRegion {...view} region={region} nameOf={type} withTable />
    </SummaryPage>
  );
}
