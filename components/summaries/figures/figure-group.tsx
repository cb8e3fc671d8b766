import { Figure } from '#components/summaries/figures/figure';
import type { SummaryView } from '#components/summaries/summary-view';
import { SummaryTable } from '#components/summaries/summary-table';
import type { FigureGroup as FigureGroupData } from '#lib/counting/summary-figures/side-by-side';

type Props = Pick<SummaryView, 'locale' | 't' | 'query' | 'count'> &
  Readonly<{ group: FigureGroupData }>;

/** Charts side by side, with one table. */
export function FigureGroup({ group: { id, rule, figures, table }, ...shown }: Props) {
  return (
    <figure className="several" id={id}>
      <p className="note">{rule}</p>
      <div className="multiples">
        {figures.map((figure) => (
          <Figure key={figure.id} {...shown} figure={figure} />
        ))}
      </div>
      {table ? <SummaryTable locale={shown.locale} table={table} /> : null}
    </figure>
  );
}
