import type { Locale } from '#lib/convention/names';
import type { Chart } from '#lib/documents/model/document';
import { axesOf, textProperties } from '#lib/documents/docx/chart-axes';
import { fillOf, solid } from '#lib/documents/docx/chart-colours';
import { columnName, percentFormat } from '#lib/documents/docx/chart-format';
import { languageOf, type Language } from '#lib/documents/docx/language';
import { declaration, escaped, xml } from '#lib/documents/docx/xml';

const drawingml = 'http://schemas.openxmlformats.org/drawingml/2006';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const value = (name: string, val: string | number) => xml(`c:${name}`, { val });
const text = (content: string) => xml('c:v', {}, escaped(content));
const isStacked = ({ kind }: Chart) => kind === 'stacked';

/**
 * What the cells of a chart's workbook hold: shares as fractions, so that the workbook's own format
 * says the per cent.
 */
export const cellValue = (chart: Chart, number: number): number =>
  chart.percent ? number / 100 : number;
export const numberFormat = (locale: Locale, { percent }: Chart): string =>
  percent ? percentFormat(locale) : 'General';

/** In EMU: the bars, their legend and their axis. */
export function chartHeight(chart: Chart): number {
  const bars = chart.labels.length * (isStacked(chart) ? 1 : chart.series.length);
  const legend = chart.series.length > 1 ? 0.5 + Math.ceil(chart.series.length / 2) * 0.4 : 0;
  return Math.round(
    Math.min(
      20,
      2.2 + legend + bars * (isStacked(chart) || chart.series.length === 1 ? 0.75 : 0.48),
    ) * 360_000,
  );
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
    xml('c:f', {}, escaped(formula)),
    xml(
      `c:${kind}Cache`,
      {},
      format !== undefined && xml('c:formatCode', {}, escaped(format)),
      value('ptCount', values.length),
      ...values.map((each, idx) => xml('c:pt', { idx }, text(each))),
    ),
  );
}

/** The smallest number that has room in its bar; the table below says the others. */
function leastShown(chart: Chart): number {
  return (
    Math.ceil(
      Math.max(
        ...chart.labels.map((_label, n) =>
          chart.series.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
        ),
        0,
      ) * 0.04,
    ) / (chart.percent ? 100 : 1)
  );
}

/** The numbers at the bars, or within the parts of stacked ones. */
function labelsOf(language: Language, chart: Chart, format: string): string {
  const stacked = isStacked(chart);
  return xml(
    'c:dLbls',
    {},
    xml('c:numFmt', {
      formatCode: stacked ? `[>=${leastShown(chart)}]${format};""` : format,
      sourceLinked: 0,
    }),
    stacked && xml('c:spPr', {}, solid('FFFFFF'), '<a:ln><a:noFill/></a:ln>'),
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

/** One series: its name, its colour, its labels and its numbers, which stand in the workbook. */
function seriesOf(chart: Chart, n: number, labels: string, format: string): string {
  const { name, colour, values } = chart.series[n]!;
  const last = chart.labels.length + 1;
  return xml(
    'c:ser',
    {},
    value('idx', n),
    value('order', n),
    xml('c:tx', {}, cached(`Sheet1!$${columnName(n + 1)}$1`, 'str', [name])),
    fillOf(colour),
    value('invertIfNegative', 0),
    labels,
    xml('c:cat', {}, cached(`Sheet1!$A$2:$A$${last}`, 'str', chart.labels)),
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

function barsOf(language: Language, chart: Chart, format: string): string {
  const stacked = isStacked(chart);
  const labels = labelsOf(language, chart, format);
  const series = chart.series.map((_, n) => seriesOf(chart, n, labels, format));
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

const legendOf = (language: Language, chart: Chart) =>
  chart.series.length > 1 &&
  xml('c:legend', {}, value('legendPos', 't'), value('overlay', 0), textProperties(language, 800));

/** A figure as a chart of Word's own, whose labels can be changed in the workbook within it. */
export function chartPart(locale: Locale, chart: Chart): string {
  const language = languageOf(locale);
  const format = numberFormat(locale, chart);
  return (
    declaration +
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
          barsOf(language, chart, format),
          axesOf(language, chart, format, escaped(chart.axis)),
          '<c:spPr><a:noFill/></c:spPr>',
        ),
        legendOf(language, chart),
        value('plotVisOnly', 1),
        value('dispBlanksAs', 'gap'),
      ),
      xml('c:spPr', {}, solid('FFFFFF'), '<a:ln><a:noFill/></a:ln>'),
      textProperties(language, 800),
      xml('c:externalData', { 'r:id': 'rId1' }, value('autoUpdate', 0)),
    )
  );
}
