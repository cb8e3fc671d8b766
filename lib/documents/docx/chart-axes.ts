import { outline, solidFill } from '#lib/documents/docx/chart-colours';
import type { Language } from '#lib/documents/docx/language';
import { escapeXml, xml } from '#lib/documents/docx/xml';
import type { BarChart } from '#lib/documents/figures/figure';
import { inks } from '#lib/documents/figures/palette';

const value = (name: string, val: string | number) => xml(`c:${name}`, { val });

/**
 * The font of a text in a chart, which does not know the styles of the document. `size` is in
 * hundredths of a point. Digits alone read from left to right in every language: with another
 * direction, some programs reverse them.
 */
function textStyle({ fonts, rightToLeft, tag }: Language, size: number, digits = false): string {
  return xml(
    'a:pPr',
    { rtl: rightToLeft && !digits ? 1 : undefined },
    xml(
      'a:defRPr',
      { lang: digits ? 'en-GB' : tag, sz: size, b: 0 },
      solidFill(inks.ink),
      xml('a:latin', { typeface: fonts.latin }),
      xml('a:ea', { typeface: fonts.eastAsia }),
      xml('a:cs', { typeface: fonts.complex }),
    ),
  );
}
export const textProperties = (language: Language, size: number, digits = false): string =>
  xml(
    'c:txPr',
    {},
    '<a:bodyPr/>',
    '<a:lstStyle/>',
    xml(
      'a:p',
      {},
      textStyle(language, size, digits),
      xml('a:endParaRPr', { lang: digits ? 'en-GB' : language.tag }),
    ),
  );

function title(language: Language, text: string): string {
  if (text === '') return '';
  const run = xml(
    'a:r',
    {},
    xml('a:rPr', { lang: language.tag, sz: 800, b: 0 }),
    xml('a:t', {}, escapeXml(text)),
  );
  const paragraph = xml('a:p', {}, textStyle(language, 800), run);
  return xml(
    'c:title',
    {},
    xml('c:tx', {}, xml('c:rich', {}, '<a:bodyPr/>', '<a:lstStyle/>', paragraph)),
    value('overlay', 0),
  );
}

/** The axis of stacked bars ends at 100 per cent where the parts make up a whole. */
function axisEnd({ kind, percent, max }: BarChart): string {
  return percent && kind === 'stacked' && max > 0 && max <= 100 ? value('max', 1) : '';
}

function categoryAxis(language: Language): string {
  return xml(
    'c:catAx',
    {},
    value('axId', 111),
    xml('c:scaling', {}, value('orientation', 'maxMin')),
    value('delete', 0),
    value('axPos', language.rightToLeft ? 'r' : 'l'),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    value('majorTickMark', 'none'),
    value('minorTickMark', 'none'),
    value('tickLblPos', 'low'),
    xml('c:spPr', {}, outline(inks.secondary)),
    textProperties(language, 800),
    value('crossAx', 222),
    value('crosses', 'autoZero'),
    value('auto', 0),
    value('lblAlgn', 'ctr'),
    value('lblOffset', 100),
    value('tickLblSkip', 1),
    value('noMultiLvlLbl', 1),
  );
}

function valueAxis(language: Language, chart: BarChart, format: string): string {
  return xml(
    'c:valAx',
    {},
    value('axId', 222),
    xml(
      'c:scaling',
      {},
      value('orientation', language.rightToLeft ? 'maxMin' : 'minMax'),
      axisEnd(chart),
      value('min', 0),
    ),
    value('delete', 0),
    value('axPos', 'b'),
    xml('c:majorGridlines', {}, xml('c:spPr', {}, outline(inks.gridline))),
    title(language, chart.axis),
    xml('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    value('majorTickMark', 'none'),
    value('minorTickMark', 'none'),
    value('tickLblPos', 'nextTo'),
    xml('c:spPr', {}, '<a:ln><a:noFill/></a:ln>'),
    textProperties(language, 800, true),
    value('crossAx', 111),
    value('crosses', 'max'),
    value('crossBetween', 'between'),
  );
}

/**
 * The axes of horizontal bars. The first label is at the top; in Arabic, bars grow from the right.
 */
export const chartAxes = (language: Language, chart: BarChart, format: string): string =>
  categoryAxis(language) + valueAxis(language, chart, format);
