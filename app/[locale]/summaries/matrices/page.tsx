import { MatrixTable } from '#components/summaries/matrix-table';
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
          <MatrixTable
            {...view}
            matrix={matrix}
            id={matrix.region ? `matrix-${matrix.region}` : 'matrix'}
          />
        </section>
      ))}
    </SummaryPage>
  );
}
