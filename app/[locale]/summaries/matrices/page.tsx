import { TableFigure } from '#components/summaries/figures/table-figure';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { regionName } from '#lib/convention/regions';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

/** Tables 1 and 2 of the note, for every regional group and for all of them. */
export default async function MatricesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { shown } = reading;
  const { t, count } = shown;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('seen.pages.matrices'),
        chapters: t('seen.chapters', { chapter: shown.chapter }),
      })}
      place="matrices"
    >
      {count.matrices.map((matrix) => (
        <section key={matrix.region}>
          <h2>{matrix.region ? regionName(matrix.region, locale) : t('summaries.allRegions')}</h2>
          <TableFigure
            {...shown}
            figure={matrixFigure(
              shown,
              matrix,
              matrix.region ? `matrix-${matrix.region}` : 'matrix',
            )}
          />
        </section>
      ))}
    </SummaryPage>
  );
}
