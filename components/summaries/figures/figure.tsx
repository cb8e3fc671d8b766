import { AboutFigure } from '#components/summaries/figures/about-figure';
import { ChartSvg } from '#components/summaries/figures/chart-svg';
import { Sentence } from '#components/summaries/sentence';
import type { SummaryView } from '#components/summaries/summary-view';
import { SummaryTable } from '#components/summaries/summary-table';
import type { SummaryFigure } from '#lib/counting/summary-figures/summary-figure';

type Props = Pick<SummaryView, 'locale' | 't' | 'query' | 'count'> &
  Readonly<{
    figure: SummaryFigure;
    /** Whether its table and its sentence are left out. */
    chartOnly?: boolean;
  }>;

/** A figure on a page: its caption and rule, its chart and, beside it, its table. */
export function Figure({ figure, chartOnly = false, ...shown }: Props) {
  const { locale } = shown;
  const { id, file, caption, rule, description, chart, sentence } = figure;
  const table = chartOnly ? null : figure.table;
  return (
    <figure className={figure.table ? 'figure' : undefined} id={id}>
      <figcaption id={`${id}-caption`}>
        {caption}
        <small>{rule}</small>
      </figcaption>
      {chart ? (
        <ChartSvg id={id} chart={chart} title={caption} description={description} locale={locale} />
      ) : null}
      {table ? <SummaryTable locale={locale} table={table} labelledBy={`${id}-caption`} /> : null}
      <Sentence>{chartOnly ? null : sentence}</Sentence>
      {file ? <AboutFigure {...shown} file={file} hasChart={chart !== null} /> : null}
    </figure>
  );
}
