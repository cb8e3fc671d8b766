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
import { namesOf, readSummary, type SummaryParams } from '../../reading';
import { SummaryPage } from '../../summary-page';

export default async function RegionSummary({
  params,
  searchParams,
}: SummaryParams<{ region: string }>) {
  const { locale, region } = await params;
  if (!isRegion(region)) return <MissingPage locale={locale} />;
  const reading = await readSummary(locale, searchParams, { region });
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, shown } = reading;
  const { t, count, chapter } = shown;
  const matrix = count.matrices.find((each) => each.region === region)!;
  const { type } = await namesOf(actor, locale);
  const name = regionName(region, locale);
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.regionTitle', { region: name, chapter })}
      place={`regions/${region}`}
    >
      <Totals {...shown} totals={count.totals} />
      <h2>{t('matches.byStatus')}</h2>
      <StatusesTable {...shown} region={region} />
      <h2>{t('summaries.articles')}</h2>
      <Figure {...shown} figure={articlesOfRegion(shown, region)} />
      <h2>{t('summaries.matrixOf', { region: name })}</h2>
      <TableFigure {...shown} figure={matrixFigure(shown, matrix)} />
      <h2>{t('summaries.categories')}</h2>
      <Figure {...shown} figure={categoriesOfRegion(shown, region)} />
      <h2>{t('summaries.types')}</h2>
      <Figure {...shown} figure={typesOfRegion(shown, region, type)} />
    </SummaryPage>
  );
}
