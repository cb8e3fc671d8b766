import { Figure } from '#components/summaries/figures/figure';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
import { CrossedTable } from '#components/summaries/crossed-table';
import { TypesTable } from '#components/summaries/types-table';
import { regionCodes } from '#lib/convention/regions';
import { targetGroups, type TargetGroup } from '#lib/needs/model/vocabulary';
import { crossedAsked } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

export default async function TypesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, shown } = reading;
  const { t, chapter, count } = shown;
  const { type, topic } = await namesOf(actor, locale);
  const types = {
    codes: count.types[0]!.types.map(({ type: code }) => code),
    nameOf: type,
    cell: (code: string) => ({ type: code }),
  };
  return (
    <SummaryPage reading={reading} title={t('summaries.typesTitle', { chapter })} place="types">
      <figure className="several">
        <div className="multiples">
          {regionCodes.map((region) => (
            <Figure key={region} {...shown} figure={typesOfRegion(shown, region, type)} chartOnly />
          ))}
        </div>
        <TypesTable {...shown} nameOf={type} />
      </figure>
      <h2>{t('summaries.topics')}</h2>
      <CrossedTable
        {...shown}
        id="types-topics"
        caption={t('seen.crossed.typesByTopic')}
        head={t('summaries.topic')}
        counted={crossedAsked(actor, question, 'topics', 'types')}
        rows={{
          codes: count.topics.map(({ topic: code }) => code),
          nameOf: topic,
          cell: (code) => ({ topic: code }),
        }}
        columns={types}
      />
      <h2>{t('needs.targetGroups')}</h2>
      <CrossedTable
        {...shown}
        id="types-targets"
        caption={t('seen.crossed.typesByTarget')}
        head={t('needs.targetGroups')}
        counted={crossedAsked(actor, question, 'targetGroups', 'types')}
        rows={{
          codes: targetGroups,
          nameOf: (code) => t(`targetGroups.${code as TargetGroup}`),
          cell: (code) => ({ target: code }),
        }}
        columns={types}
      />
    </SummaryPage>
  );
}
