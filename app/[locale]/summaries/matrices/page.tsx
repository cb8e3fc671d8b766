import { TableFigure } from '#components/summaries/figures/table-figure';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { regionName } from '#lib/convention/regions';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** Tables 1 and 2 of the note, for every regional group and for all of them. */
export default async function MatricesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { view } = reading;
  const { t, count } = view;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('seen.pages.matrices'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="matrices"
    >
      {count.matrices.map((matrix) => (
        <section key={matrix.region}>
          <h2>{matrix.region ? regionName(matrix.region, locale) : t('summaries.allRegions')}</h2>
          <TableFigure
            {...view}
            figure={matrixFigure(
              view,
              matrix,
              matrix.region ? `matrix-${matrix.region}` : 'matrix',
            )}
          />
        </section>
      ))}
    </SummaryPage>
  );
}
