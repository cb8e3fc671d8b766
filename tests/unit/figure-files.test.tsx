import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { allNamed, partsOf, tableOf, textOf } from '#components/summaries/figures/read-figure';
import { colours, standingSvg } from '#components/summaries/figures/standing-svg';
import { locales } from '#lib/convention/names';
import { tableCsv } from '#lib/documents/downloads/cells';
import { keptPicture } from '#lib/http/kept';
import { pngOf } from '#lib/documents/downloads/png';
import { figures, shownIn } from '../support/figures-shown';

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');
const names = Object.keys(figures(shownIn('en')));
const svgOf = (name: string, locale: (typeof locales)[number]) => {
  const parts = partsOf(figures(shownIn(locale))[name]);
  return standingSvg({
    drawing: allNamed(parts, 'svg')[0]!,
    caption: 'A caption that is longer than one line of the picture has room for',
    source: 'A & B',
    locale,
    rtl: locale === 'ar',
  });
};

describe.each(names)('the files of figure %s', (name) => {
  it.each(locales)('say in %s what React makes of it', (locale) => {
    const element = figures(shownIn(locale))[name]!;
    const parts = partsOf(element);
    const markup = renderToStaticMarkup(element);
    expect(textOf(parts)).toBe(plain(markup));
    const table = tableOf(parts);
    const cells = [
      ...(/<tbody>(.*?)<\/tbody>/s.exec(markup)?.[1]?.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs) ??
        []),
    ].map(([, inner = '']) => plain(inner));
    const found = (table?.rows ?? []).flatMap((row) =>
      row.map((cell) =>
        typeof cell === 'string'
          ? cell
          : 'n' in cell
            ? String(cell.n)
            : cell.percent === null
              ? '–'
              : String(cell.percent),
      ),
    );
    // The table on the page has the sum in a foot of its own, and writes the sign behind a
    // percentage.
    expect(found.slice(0, cells.length)).toEqual(
      cells.map((cell) =>
        cell.replaceAll(/[\u200e\u061c]/g, '').replace(/[\s\u00a0\u202f]*[%٪]$/u, ''),
      ),
    );
  });

  it.each(locales)(
    'have in %s the texts and bars of the page, a caption and a source',
    (locale) => {
      const markup = renderToStaticMarkup(figures(shownIn(locale))[name]);
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

it('the colours of a picture are those of the style sheet in the light', () => {
  const css = readFileSync('public/register.css', 'utf8');
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+)`).exec(css)![1];
  expect(colours).toEqual({
    ink: token('ink'),
    second: token('ink-2'),
    paper: token('paper'),
    line: token('line-2'),
    AFR: token('afr'),
    APG: token('apg'),
    EEG: token('eeg'),
    GRULAC: token('grulac'),
    WEOG: token('weog'),
  });
});

it('CSV has plain digits, says which columns are percentages, and is no formula', () => {
  const csv = tableCsv({
    heads: ['=A', 'Needs', 'Share'],
    rows: [
      ['x, "y"', { n: 1234 }, { percent: 64 }],
      ['+z', { n: 0 }, { percent: null }],
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
    ...(await keptPicture('"a"', make))!,
    ...(await keptPicture('"a"', make))!,
    ...(await keptPicture('"b"', make))!,
  ]).toEqual([1, 1, 2]);
  expect(await keptPicture('"none"', async () => null)).toBeNull();
  for (let i = 0; i < 40; i += 1) await keptPicture(`"${i}"`, make);
  // Only the last few are kept.
  expect((await keptPicture('"a"', make))![0]).toBe(43);
});
