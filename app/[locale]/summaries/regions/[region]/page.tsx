import { Figure } from '#components/summaries/figures/figure';
import { TableFigure } from '#components/summaries/figures/table-figure';
import { articlesOfRegion } from '#lib/counting/summary-figures/by-article';
import { categoriesOfRegion } from '#lib/counting/summary-figures/by-category';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
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
  const matrix = count.matrices.find((each) => each.region === region)!;
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
      <Figure {...view} figure={articlesOfRegion(view, region)} />
      <h2>{t('summaries.matrixOf', { region: name })}</h2>
      <TableFigure {...view} figure={matrixFigure(view, matrix)} />
      <h2>{t('summaries.categories')}</h2>
      <Figure {...view} figure={categoriesOfRegion(view, region)} />
      <h2>{t('summaries.types')}</h2>
      <Figure {...view} figure={typesOfRegion(view, region, type)} />
    </SummaryPage>
  );
}
