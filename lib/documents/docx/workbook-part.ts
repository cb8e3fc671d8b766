import 'server-only';
import type { Locale } from '#lib/convention/names';
import type { Chart } from '#lib/documents/model/document';
import { columnName } from '#lib/documents/docx/chart-format';
import { cellValue, numberFormat } from '#lib/documents/docx/chart-part';
import { languageOf } from '#lib/documents/docx/language';
import { declaration, escaped, xml } from '#lib/documents/docx/xml';
import { zipped } from '#lib/documents/docx/zipped';

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const package2006 = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = (name: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const relation = (id: string, kind: string, target: string) =>
  xml('Relationship', { Id: id, Type: `${office}/${kind}`, Target: target });
const relations = (...inner: readonly string[]) =>
  declaration + xml('Relationships', { xmlns: `${package2006}/relationships` }, ...inner);

function sheetOf(locale: Locale, chart: Chart): string {
  const words = (at: string, content: string) =>
    xml(
      'c',
      { r: at, t: 'inlineStr' },
      xml('is', {}, xml('t', { 'xml:space': 'preserve' }, escaped(content))),
    );
  const number = (at: string, n: number) =>
    xml('c', { r: at, s: 1 }, xml('v', {}, String(cellValue(chart, n))));
  const rows = [
    xml(
      'row',
      { r: 1 },
      ...chart.series.map(({ name }, n) => words(`${columnName(n + 1)}1`, name)),
    ),
    ...chart.labels.map((label, n) =>
      xml(
        'row',
        { r: n + 2 },
        words(`A${n + 2}`, label),
        ...chart.series.map(({ values }, s) =>
          number(`${columnName(s + 1)}${n + 2}`, values[n] ?? 0),
        ),
      ),
    ),
  ];
  return (
    declaration +
    xml(
      'worksheet',
      { xmlns: sheet },
      xml(
        'sheetViews',
        {},
        xml('sheetView', {
          rightToLeft: languageOf(locale).rightToLeft ? 1 : undefined,
          workbookViewId: 0,
        }),
      ),
      xml('cols', {}, xml('col', { min: 1, max: 1, width: 40, customWidth: 1 })),
      xml('sheetData', {}, ...rows),
    )
  );
}

const stylesOf = (format: string) =>
  declaration +
  xml(
    'styleSheet',
    { xmlns: sheet },
    format !== 'General' &&
      xml('numFmts', { count: 1 }, xml('numFmt', { numFmtId: 164, formatCode: format })),
    xml(
      'fonts',
      { count: 1 },
      xml('font', {}, xml('sz', { val: 11 }), xml('name', { val: 'Arial' })),
    ),
    xml(
      'fills',
      { count: 2 },
      xml('fill', {}, xml('patternFill', { patternType: 'none' })),
      xml('fill', {}, xml('patternFill', { patternType: 'gray125' })),
    ),
    xml('borders', { count: 1 }, xml('border')),
    xml('cellStyleXfs', { count: 1 }, xml('xf')),
    xml(
      'cellXfs',
      { count: 2 },
      xml('xf', { xfId: 0 }),
      xml('xf', { numFmtId: format === 'General' ? 0 : 164, xfId: 0, applyNumberFormat: 1 }),
    ),
  );

/** The workbook within a chart: what a translator edits when a label is to read otherwise. */
export function workbookPart(locale: Locale, chart: Chart): Uint8Array {
  return zipped({
    '[Content_Types].xml':
      declaration +
      xml(
        'Types',
        { xmlns: `${package2006}/content-types` },
        xml('Default', {
          Extension: 'rels',
          ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
        }),
        xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
        xml('Override', { PartName: '/xl/workbook.xml', ContentType: type('sheet.main') }),
        xml('Override', { PartName: '/xl/worksheets/sheet1.xml', ContentType: type('worksheet') }),
        xml('Override', { PartName: '/xl/styles.xml', ContentType: type('styles') }),
      ),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      declaration +
      xml(
        'workbook',
        { xmlns: sheet, 'xmlns:r': office },
        xml('sheets', {}, xml('sheet', { name: 'Sheet1', sheetId: 1, 'r:id': 'rId1' })),
      ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheetOf(locale, chart),
    'xl/styles.xml': stylesOf(numberFormat(locale, chart)),
  });
}
