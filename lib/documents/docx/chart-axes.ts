import type { Chart } from '#lib/documents/model/document';
import { line, solid } from '#lib/documents/docx/chart-colours';
import type { Language } from '#lib/documents/docx/language';
import { xml } from '#lib/documents/docx/xml';

const value = (name: string, val: string | number) => xml(`c:${name}`, { val });

/** Letters of a chart, in hundredths of a point; it knows nothing of the styles of the document. */
export function letters(
  { fonts, rightToLeft, tag }: Language,
  size: number,
  digits = false,
): string {
  // Digits alone read from left to right in every language; told otherwise, some programs turn them
  // round.
  return xml(
    'a:pPr',
    { rtl: rightToLeft && !digits ? 1 : undefined },
    xml(
      'a:defRPr',
      { lang: digits ? 'en-GB' : tag, sz: size, b: 0 },
      solid('16212B'),
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
      letters(language, size, digits),
      xml('a:endParaRPr', { lang: digits ? 'en-GB' : language.tag }),
    ),
  );

const title = (language: Language, text: string, escapedText: string) =>
  text === ''
    ? ''
    : xml(
        'c:title',
        {},
        xml(
          'c:tx',
          {},
          xml(
            'c:rich',
            {},
            '<a:bodyPr/>',
            '<a:lstStyle/>',
            xml(
              'a:p',
              {},
              letters(language, 800),
              xml(
                'a:r',
                {},
                xml('a:rPr', { lang: language.tag, sz: 800, b: 0 }),
                xml('a:t', {}, escapedText),
              ),
            ),
          ),
        ),
        value('overlay', 0),
      );

/** The end of the axis: 100 per cent where the parts of stacked bars make up a whole. */
function axisEnd(chart: Chart): string {
  const whole = Math.max(
    0,
    ...chart.labels.map((_label, n) =>
      chart.series.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
    ),
  );
  return chart.percent && chart.kind === 'stacked' && whole <= 100 && whole > 0
    ? value('max', 1)
    : '';
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
    xml('c:spPr', {}, line('4A5A68')),
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

function valueAxis(language: Language, chart: Chart, format: string, escapedTitle: string): string {
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
    xml('c:majorGridlines', {}, xml('c:spPr', {}, line('D4DBE2'))),
    title(language, chart.axis, escapedTitle),
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

/** The axes of lying bars. The first label stands on top; in Arabic bars grow from the right. */
export const axesOf = (
  language: Language,
  chart: Chart,
  format: string,
  escapedTitle: string,
): string => categoryAxis(language) + valueAxis(language, chart, format, escapedTitle);
