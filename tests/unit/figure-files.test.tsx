import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { figureNamed } from '#lib/counting/summary-figures/named';
import {
  articlesOfCategories,
  articlesOfRegions,
  categoriesOfRegions,
  regionsSideBySide,
} from '#lib/counting/summary-figures/side-by-side';
import { needsByYear } from '#lib/counting/summary-figures/trends';
import { tableCsv } from '#lib/documents/downloads/csv';
import type { FigureCell } from '#lib/documents/figures/figure';
import { inks, palette } from '#lib/documents/figures/palette';
import { svgFile } from '#lib/documents/figures/svg-file';
import { rowCells } from '#lib/documents/figures/table';
import { cachedPicture } from '#lib/http/picture-cache';
import { pngOf } from '#lib/documents/downloads/png';
import { figureData, figures, nameOf, figureElement } from '../support/counting/figures';

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');
const names = Object.keys(figures(figureElement('en')));
const svgOf = (name: string, locale: (typeof locales)[number]) => {
  const { id, chart, description } = figureData(figureElement(locale))[name]!;
  return svgFile({
    id,
    chart: chart!,
    caption: 'A caption that is longer than one line of the picture has room for',
    description,
    source: 'A & B',
    locale,
  });
};
const cellText = (cell: FigureCell) => {
  if (typeof cell === 'string') return cell;
  if ('count' in cell) return String(cell.count);
  return cell.percent === null ? '–' : String(cell.percent);
};
/** The text of a cell of a page, without marks of direction and the sign behind a percentage. */
const bare = (cell: string) =>
  plain(cell)
    .replaceAll(/[\u200e\u061c]/g, '')
    .replace(/[\s\u00a0\u202f]*[%٪]$/u, '');
const cellsIn = (markup: string) =>
  [...markup.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, inner = '']) => bare(inner));

describe.each(names)('the files of figure %s', (name) => {
  it.each(locales)('have in %s the rows and heads of the page', (locale) => {
    const markup = renderToStaticMarkup(figures(figureElement(locale))[name]!);
    const page = /<table.*?<\/table>/s.exec(markup)?.[0];
    if (!page) return;
    const table = figureData(figureElement(locale))[name]!.table!;
    expect([
      ...table.columns.map(({ text }) => text),
      ...table.rows.flatMap((row) => rowCells(row).map(cellText)),
    ]).toEqual(cellsIn(page));
    expect(tableCsv(table).trim().split('\r\n')).toHaveLength(1 + table.rows.length);
  });

  it.each(locales)(
    'have in %s the texts and bars of the page, a caption and a source',
    (locale) => {
      const markup = renderToStaticMarkup(figures(figureElement(locale))[name]);
      const svg = svgOf(name, locale);
      expect(svg).toContain('A &amp; B');
      expect(svg).not.toMatch(/className|textAnchor|undefined|NaN|\[object/);
      const drawing = /<svg.*?<\/svg>/s.exec(markup)![0];
      for (const [rect] of drawing.matchAll(/<rect[^>]*>/g))
        expect(svg).toContain(rect.replace(/\/?>$/, ''));
      for (const [, text = ''] of drawing.matchAll(/<text[^>]*>(.*?)<\/text>/g))
        expect(svg).toContain(text.replaceAll('&#x27;', "'"));
    },
  );
});

it('every figure that links to files is found by its name in their address', () => {
  const shown = figureElement('en');
  const groups = [
    articlesOfRegions(shown),
    categoriesOfRegions(shown),
    regionsSideBySide(shown),
    articlesOfCategories(shown),
  ];
  const linked = [
    ...Object.values(figureData(shown)),
    ...groups.flatMap((group) => group.figures),
    ...shown.count.matrices.map((matrix) => matrixFigure(shown, matrix)),
    needsByYear(shown, []),
  ];
  const sources = {
    names: { subcategory: nameOf, type: nameOf, tag: nameOf },
    years: () => [],
  };
  for (const { file } of linked)
    expect(figureNamed(file!)?.build(shown, sources), file!).toBeTruthy();
});

it('the colours of a picture are those of the style sheet in light mode', () => {
  const css = readFileSync('public/register.css', 'utf8');
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+)`).exec(css)![1];
  expect(inks).toEqual({
    ink: token('ink'),
    secondary: token('ink-2'),
    paper: token('paper'),
    line: token('line-2'),
    gridline: token('line'),
  });
  expect(palette.map(({ colour }) => colour)).toEqual(
    regionCodes.map((region) => token(region.toLowerCase())),
  );
});

it('CSV has plain digits, says which columns are percentages, and is no formula', () => {
  const csv = tableCsv({
    columns: [{ text: '=A' }, { text: 'Needs' }, { text: 'Share' }],
    rows: [
      { header: { text: 'x, "y"' }, cells: [{ count: 1234 }, { percent: 64 }] },
      { header: { text: '+z' }, cells: [{ count: 0 }, { percent: null }] },
    ],
  });
  expect(csv.slice(1).split('\r\n')).toEqual([
    `"'=A",Needs,Share (%)`,
    '"x, ""y""",1234,64',
    `"'+z",0,`,
    '',
  ]);
});

it.each(['en', 'ar', 'ru'] as const)(
  'a picture in %s is a PNG twice as wide as it is drawn, and its letters are there',
  async (locale) => {
    const svg = svgOf('2', locale);
    const png = Buffer.from((await pngOf(svg, locale))!);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(696);
    const bare = Buffer.from((await pngOf(svg.replaceAll(/<text.*?<\/text>/gs, ''), locale))!);
    expect(png.length).toBeGreaterThan(bare.length * 1.5);
  },
);

it('a picture is made once for its tag, and one that cannot be made is asked for again', async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    return new Uint8Array([made]);
  };
  expect([
    ...(await cachedPicture('"a"', make))!,
    ...(await cachedPicture('"a"', make))!,
    ...(await cachedPicture('"b"', make))!,
  ]).toEqual([1, 1, 2]);
  expect(await cachedPicture('"none"', async () => null)).toBeNull();
  for (let i = 0; i < 40; i += 1) await cachedPicture(`"${i}"`, make);
  // Only the last few are kept.
  expect((await cachedPicture('"a"', make))![0]).toBe(43);
});
