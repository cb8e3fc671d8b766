import type { Locale } from '#lib/convention/names';
import { chartAxes, textProperties } from '#lib/documents/docx/chart-axes';
import { seriesFill, solidFill } from '#lib/documents/docx/chart-colours';
import { columnName, percentFormat } from '#lib/documents/docx/chart-format';
import { languageOf, type Language } from '#lib/documents/docx/language';
import { xmlDeclaration, escapeXml, xml } from '#lib/documents/docx/xml';
import type { BarChart } from '#lib/documents/figures/figure';
import { inks } from '#lib/documents/figures/palette';
import { seriesValues, type ValuedSeries } from '#lib/documents/figures/series-chart';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const value = (name: string, val: string | number) => xml(`c:${name}`, { val });
const text = (content: string) => xml('c:v', {}, escapeXml(content));
const isStacked = ({ kind }: BarChart) => kind === 'stacked';

/** The workbook of a chart holds percentages as fractions, which its number format multiplies. */
export const cellValue = (chart: BarChart, number: number): number =>
  chart.percent ? number / 100 : number;
export const numberFormat = (locale: Locale, { percent }: BarChart): string =>
  percent ? percentFormat(locale) : 'General';

/** The height of the bars, their legend and their axis, in English Metric Units. */
export function chartHeight(chart: BarChart): number {
  const { rows, series } = chart;
  const bars = rows.length * (isStacked(chart) ? 1 : series.length);
  const barHeight = isStacked(chart) || series.length === 1 ? 0.75 : 0.48;
  const legend = series.length > 1 ? 0.5 + Math.ceil(series.length / 2) * 0.4 : 0;
  const centimetres = Math.min(20, 2.2 + legend + bars * barHeight);
  return Math.round(centimetres * 360_000);
}

function cached(
  formula: string,
  kind: 'str' | 'num',
  values: readonly string[],
  format?: string,
): string {
  return xml(
    `c:${kind}Ref`,
    {},
    xml('c:f', {}, escapeXml(formula)),
    xml(
      `c:${kind}Cache`,
      {},
      format !== undefined && xml('c:formatCode', {}, escapeXml(format)),
      value('ptCount', values.length),
      ...values.map((each, idx) => xml('c:pt', { idx }, text(each))),
    ),
  );
}

/** The smallest number that fits into its part of a bar. The table below has the others. */
const smallestLabel = (chart: BarChart): number => cellValue(chart, Math.ceil(chart.max * 0.04));

/** The numbers at the bars, or within the parts of stacked ones. */
function labelsPart(language: Language, chart: BarChart, format: string): string {
  const stacked = isStacked(chart);
  return xml(
    'c:dLbls',
    {},
    xml('c:numFmt', {
      formatCode: stacked ? `[>=${smallestLabel(chart)}]${format};""` : format,
      sourceLinked: 0,
    }),
    stacked && xml('c:spPr', {}, solidFill(inks.paper), '<a:ln><a:noFill/></a:ln>'),
    textProperties(language, stacked ? 700 : 800, true),
    value('dLblPos', stacked ? 'ctr' : 'outEnd'),
    ...[
      'showLegendKey',
      'showVal',
      'showCatName',
      'showSerName',
      'showPercent',
      'showBubbleSize',
    ].map((name) => value(name, name === 'showVal' ? 1 : 0)),
  );
}

/** A series: its name, its colour, its labels and its numbers, with references to the workbook. */
function seriesPart(
  chart: BarChart,
  n: number,
  { name, colour, values }: ValuedSeries,
  labels: string,
  format: string,
): string {
  const last = chart.rows.length + 1;
  return xml(
    'c:ser',
    {},
    value('idx', n),
    value('order', n),
    xml('c:tx', {}, cached(`Sheet1!$${columnName(n + 1)}$1`, 'str', [name])),
    seriesFill(colour),
    value('invertIfNegative', 0),
    labels,
    xml(
      'c:cat',
      {},
      cached(
        `Sheet1!$A$2:$A$${last}`,
        'str',
        chart.rows.map(({ label }) => label),
      ),
    ),
    xml(
      'c:val',
      {},
      cached(
        `Sheet1!$${columnName(n + 1)}$2:$${columnName(n + 1)}$${last}`,
        'num',
        values.map((each) => String(cellValue(chart, each))),
        format,
      ),
    ),
  );
}

function barsPart(language: Language, chart: BarChart, format: string): string {
  const stacked = isStacked(chart);
  const labels = labelsPart(language, chart, format);
  const series = seriesValues(chart).map((each, n) => seriesPart(chart, n, each, labels, format));
  return xml(
    'c:barChart',
    {},
    value('barDir', 'bar'),
    value('grouping', stacked ? 'stacked' : 'clustered'),
    value('varyColors', 0),
    ...series,
    value('gapWidth', stacked ? 45 : 55),
    value('overlap', stacked ? 100 : 0),
    value('axId', 111),
    value('axId', 222),
  );
}

const legendPart = (language: Language, chart: BarChart) =>
  chart.series.length > 1 &&
  xml('c:legend', {}, value('legendPos', 't'), value('overlay', 0), textProperties(language, 800));

/** A chart of Word's own. Its labels can be changed in the workbook within it. */
export function chartPart(locale: Locale, chart: BarChart): string {
  const language = languageOf(locale);
  const format = numberFormat(locale, chart);
  return (
    xmlDeclaration +
    xml(
      'c:chartSpace',
      { 'xmlns:c': `${drawingml}/chart`, 'xmlns:a': `${drawingml}/main`, 'xmlns:r': relationships },
      value('date1904', 0),
      value('lang', language.tag),
      value('roundedCorners', 0),
      xml(
        'c:chart',
        {},
        value('autoTitleDeleted', 1),
        xml(
          'c:plotArea',
          {},
          '<c:layout/>',
          barsPart(language, chart, format),
          chartAxes(language, chart, format),
          '<c:spPr><a:noFill/></c:spPr>',
        ),
        legendPart(language, chart),
        value('plotVisOnly', 1),
        value('dispBlanksAs', 'gap'),
      ),
      xml('c:spPr', {}, solidFill(inks.paper), '<a:ln><a:noFill/></a:ln>'),
      textProperties(language, 800),
      xml('c:externalData', { 'r:id': 'rId1' }, value('autoUpdate', 0)),
    )
  );
}
