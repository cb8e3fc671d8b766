import { CrossedTable } from '#components/summaries/crossed-table';
import { Figure } from '#components/summaries/figures/figure';
import type { SummaryView } from '#components/summaries/summary-view';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
import { TypesTable } from '#components/summaries/types-table';
import { regionCodes } from '#lib/convention/regions';
import { targetGroups, type TargetGroup } from '#lib/needs/model/vocabulary';
import { crossTabulationForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** The types by regional group: a small figure each, and one table. */
const TypesFigure = ({ nameOf, ...view }: SummaryView & Readonly<{ nameOf: NameOf }>) => (
  <figure className="several">
    <div className="multiples">
      {regionCodes.map((region) => (
        <Figure key={region} {...view} figure={typesOfRegion(view, region, nameOf)} chartOnly />
      ))}
    </div>
    <TypesTable {...view} nameOf={nameOf} />
  </figure>
);

/** The types of capacity-building, alone and by topic and target group. */
export default async function TypesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view } = reading;
  const { t, chapter, count } = view;
  const { type, topic } = await namesOf(actor, locale);
  const types = {
    codes: count.types[0]!.types.map(({ type: code }) => code),
    nameOf: type,
    cell: (code: string) => ({ type: code }),
  };
  return (
    <SummaryPage reading={reading} title={t('summaries.typesTitle', { chapter })} place="types">
      <TypesFigure {...view} nameOf={type} />
      <h2>{t('summaries.topics')}</h2>
      <CrossedTable
        {...view}
        id="types-topics"
        caption={t('seen.crossed.typesByTopic')}
        head={t('summaries.topic')}
        counted={crossTabulationForPage(actor, question, 'topics', 'types')}
        rows={{
          codes: count.topics.map(({ topic: code }) => code),
          nameOf: topic,
          cell: (code) => ({ topic: code }),
        }}
        columns={types}
      />
      <h2>{t('needs.targetGroups')}</h2>
      <CrossedTable
        {...view}
        id="types-targets"
        caption={t('seen.crossed.typesByTarget')}
        head={t('needs.targetGroups')}
        counted={crossTabulationForPage(actor, question, 'targetGroups', 'types')}
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
