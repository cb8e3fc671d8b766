import 'server-only';
import type { Locale } from '#lib/convention/names';
import { columnName } from '#lib/documents/docx/chart-format';
import { cellValue, numberFormat } from '#lib/documents/docx/chart-part';
import { languageOf } from '#lib/documents/docx/language';
import { xmlDeclaration, escapeXml, xml } from '#lib/documents/docx/xml';
import { zipPackage } from '#lib/files/zip-package';
import type { BarChart } from '#lib/documents/figures/figure';
import { seriesValues } from '#lib/documents/figures/series-chart';

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const package2006 = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = (name: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const relationship = (id: string, kind: string, target: string) =>
  xml('Relationship', { Id: id, Type: `${office}/${kind}`, Target: target });
const relationships = (...inner: readonly string[]) =>
  xmlDeclaration + xml('Relationships', { xmlns: `${package2006}/relationships` }, ...inner);

function sheetPart(locale: Locale, chart: BarChart): string {
  const textCell = (at: string, content: string) =>
    xml(
      'c',
      { r: at, t: 'inlineStr' },
      xml('is', {}, xml('t', { 'xml:space': 'preserve' }, escapeXml(content))),
    );
  const numberCell = (at: string, n: number) =>
    xml('c', { r: at, s: 1 }, xml('v', {}, String(cellValue(chart, n))));
  const series = seriesValues(chart);
  const head = xml(
    'row',
    { r: 1 },
    ...series.map(({ name }, s) => textCell(`${columnName(s + 1)}1`, name)),
  );
  const rows = chart.rows.map(({ label }, n) =>
    xml(
      'row',
      { r: n + 2 },
      textCell(`A${n + 2}`, label),
      ...series.map(({ values }, s) => numberCell(`${columnName(s + 1)}${n + 2}`, values[n]!)),
    ),
  );
  return (
    xmlDeclaration +
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
      xml('sheetData', {}, head, ...rows),
    )
  );
}

const stylesPart = (format: string) =>
  xmlDeclaration +
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

/** The workbook within a chart, in which a translator can change its labels. */
export function workbookPart(locale: Locale, chart: BarChart): Uint8Array {
  return zipPackage({
    '[Content_Types].xml':
      xmlDeclaration +
      xml(
        'Types',
        { xmlns: `${package2006}/content-types` },
        xml('Default', {
          Extension: 'rels',
          ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
        }),
        xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
        xml('Override', { PartName: '/xl/workbook.xml', ContentType: contentType('sheet.main') }),
        xml('Override', {
          PartName: '/xl/worksheets/sheet1.xml',
          ContentType: contentType('worksheet'),
        }),
        xml('Override', { PartName: '/xl/styles.xml', ContentType: contentType('styles') }),
      ),
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      xmlDeclaration +
      xml(
        'workbook',
        { xmlns: sheet, 'xmlns:r': office },
        xml('sheets', {}, xml('sheet', { name: 'Sheet1', sheetId: 1, 'r:id': 'rId1' })),
      ),
    'xl/_rels/workbook.xml.rels': relationships(
      relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('rId2', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheetPart(locale, chart),
    'xl/styles.xml': stylesPart(numberFormat(locale, chart)),
  });
}
