import { AboutFigure } from '#components/summaries/figures/about-figure';
import type { SummaryView } from '#components/summaries/summary-view';
import { SummaryTable } from '#components/summaries/summary-table';
import type { SummaryFigure } from '#lib/counting/summary-figures/summary-figure';

type Props = Pick<SummaryView, 'locale' | 't' | 'query' | 'count'> &
  Readonly<{ figure: SummaryFigure }>;

/** A figure without a chart: its table, and its files. */
export function TableFigure({ figure: { file, table }, ...shown }: Props) {
  return (
    <>
      {table ? <SummaryTable locale={shown.locale} table={table} /> : null}
      {file ? <AboutFigure {...shown} file={file} hasChart={false} /> : null}
    </>
  );
}
