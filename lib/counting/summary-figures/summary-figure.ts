import { regionCodes, regionShortName } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import type { Share } from '#lib/counting/figures/figures';
import {
  regionColour,
  type Bar,
  type BarChart,
  type FigureCell,
  type FigureTable,
  type Figure,
  type Part,
} from '#lib/documents/figures/figure';
import { formatList } from '#lib/text/format';

/** A table of a summary page. */
export type SummaryTable = FigureTable &
  Readonly<{
    /** Its anchor on the page. */
    id?: string;
    /** Its caption, unless that of its figure is enough. */
    caption?: string;
    /** What its rows are about. */
    dimension?: 'region' | 'category' | 'article' | 'provision';
    note?: string;
  }>;

/** A figure of the summary pages. */
export type SummaryFigure = Figure &
  Readonly<{
    /** Its anchor on a page. */
    id: string;
    /** Its name in the addresses of its files, if it has any. */
    file: string | null;
    caption: string;
    /** How it counts, in full sentences; may be empty. */
    rule: string;
    description: string;
    table: SummaryTable | null;
    /** What stands out in its numbers, if anything does. */
    sentence: string | null;
  }>;

/** Chinese sentences follow one another without a space. */
export const joinSentences = (
  { locale }: Pick<FigureContext, 'locale'>,
  sentences: readonly string[],
): string => sentences.join(locale === 'zh' ? '' : ' ');

/** A count with a link to what it counts. A zero has none. */
export const countCell = (count: number, href?: string) => ({
  count,
  href: count > 0 ? href : undefined,
});

/** A count that adds up the others of its row. */
export const totalCell = (count: number, href?: string): FigureCell => ({
  ...countCell(count, href),
  sum: true,
});

export const shareCell = ({ n, percent }: Share, href?: string): FigureCell => ({
  percent,
  href: n > 0 ? href : undefined,
});

/** A share as the length of a bar, in percent. */
export const shareLength = ({ n, of }: Pick<Share, 'n' | 'of'>): number =>
  of === 0 ? 0 : (100 * n) / of;

/** A bar of one part. */
export const bar = (
  fill: Part['fill'],
  value: number,
  text: string,
  { href, ...rest }: Partial<Bar> & Pick<Part, 'href'> = {},
): Bar => ({ value, parts: [{ fill, value, href }], text, ...rest });

/** Parts in the order of the regional groups. */
export const regionParts = <R extends Readonly<{ region: (typeof regionCodes)[number] }>>(
  regions: readonly R[],
  part: (counted: R) => Omit<Part, 'fill'>,
): Part[] => regions.map((counted) => ({ fill: regionColour(counted.region), ...part(counted) }));

type ChartInput = Pick<BarChart, 'rows' | 'max'> &
  Readonly<{
    percent?: boolean;
    /** Whether bars are divided by regional group. */ divided?: boolean;
  }>;

function barChart(
  { locale }: FigureContext,
  { rows, max, percent = false, divided = false }: ChartInput,
): BarChart {
  const series = regionCodes.map((region) => ({
    name: regionShortName(region, locale),
    colour: regionColour(region),
  }));
  return {
    kind: divided ? 'stacked' : 'bars',
    series: divided ? series : [],
    axis: '',
    rows,
    max,
    percent,
  };
}

type Input = ChartInput &
  Readonly<{
    id: string;
    /** Its name in addresses, if that is not its id. */
    file?: string;
    /** Its number in the note; other figures have none. */
    number?: number;
    caption: string;
    rules: readonly string[];
    table: SummaryTable | null;
    sentence?: string | null;
  }>;

/** A figure with a bar chart, described in words for those who cannot see it. */
export function summaryFigure(
  context: FigureContext,
  { id, file = id, number, caption, rules, table, sentence = null, ...input }: Input,
): SummaryFigure {
  const { locale, t } = context;
  const chart = barChart(context, input);
  const regions = formatList(
    locale,
    chart.series.map(({ name }) => name),
  );
  const drawn =
    chart.kind === 'stacked'
      ? t('figures.descriptionDivided', { regions })
      : t('figures.description');
  return {
    id,
    file,
    caption: number ? t('figures.figure', { number: String(number), caption }) : caption,
    rule: joinSentences(context, rules),
    description: joinSentences(context, [drawn, ...rules]),
    chart,
    table,
    sentence,
  };
}
