import { TypesOfRegion } from '#components/summaries/figures/types';
import { TypesTable } from '#components/summaries/types-table';
import { regionCodes } from '#lib/convention/regions';
import { MissingPage } from '../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

export default async function TypesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, shown } = reading;
  const { t, chapter } = shown;
  const { type } = await namesOf(actor, locale);
  return (
    <SummaryPage reading={reading} title={t('summaries.typesTitle', { chapter })} place="types">
      <figure className="several">
        <div className="multiples">{regionCodes.map((region) => <TypesOfRegion key={region} {...shown} region={region} nameOf={type} />)}</div>
        <TypesTable {...shown} nameOf={type} />
      </figure>
    </SummaryPage>
  );
}
