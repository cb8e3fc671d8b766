import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Figure } from '#components/summaries/figures/figure';
import { TableFigure } from '#components/summaries/figures/table-figure';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
import { typesOfRegion } from '#lib/counting/summary-figures/types-of-region';
import type { Count } from '#lib/counting/count/count-types';
import { emptyCount, handMadeCount } from '#tests/support/factories/hand-made-count';
import { figures, nameOf, figureElement } from '../support/counting/figures';

const markupOf = (name: string, locale: Locale = 'en', count: Count = handMadeCount) =>
  renderToStaticMarkup(figures(figureElement(locale, count))[name]);
const names = Object.keys(figures(figureElement('en')));
const attribute = (tag: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** A register whose administrator has taken every code out of force. */
const withoutVocabulary: Count = {
  ...emptyCount,
  categories: emptyCount.categories.map((counted) => ({ ...counted, subcategories: [] })),
  types: emptyCount.types.map((counted) => ({ ...counted, types: [] })),
  tags: [],
  topics: [],
};

type Bar = Readonly<{ fill: string; x: number; y: number; width: number }>;
const rectsOf = (markup: string): Bar[] =>
  [...markup.matchAll(/<rect[^>]*>/g)].map(([tag]) => ({
    fill: attribute(tag, 'class'),
    x: Number(attribute(tag, 'x')),
    y: Number(attribute(tag, 'y')),
    width: Number(attribute(tag, 'width')),
  }));
const keysOf = (markup: string) => rectsOf(markup).filter(({ fill }) => fill.startsWith('key '));
const barsOf = (markup: string) => rectsOf(markup).filter(({ fill }) => !fill.startsWith('key '));
const textsOf = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>|[\u2066-\u2069\u200e\u200f]/g, ''),
  );
const only = (fill: string, bars: readonly Bar[]) => bars.filter((bar) => bar.fill === fill);

describe.each(names)('figure %s', (name) => {
  it.each(locales)('has a title, a description, a caption and no inline style in %s', (locale) => {
    for (const count of [handMadeCount, emptyCount]) {
      const markup = markupOf(name, locale, count);
      expect(markup).toMatch(
        /<svg class="chart" viewBox="0 0 320 \d+" role="img" aria-labelledby="\S+-title \S+-desc" direction="ltr"><title id="\S+-title">[^<]+<\/title><desc id="\S+-desc">[^<]+<\/desc>/,
      );
      expect(markup).toContain('<figcaption');
      expect(markup).not.toMatch(/ style=|<style|NaN|undefined|Infinity/);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      expect(ids).toEqual([...new Set(ids)]);
      for (const [, wanted = ''] of markup.matchAll(/aria-labelledby="([^"]+)"/g))
        expect(ids).toEqual(expect.arrayContaining(wanted.split(' ')));
    }
  });

  it('has sizes that can be drawn, also where nothing is counted and where a vocabulary is empty', () => {
    for (const count of [handMadeCount, emptyCount, withoutVocabulary])
      for (const locale of ['en', 'ar'] as const) {
        const markup = markupOf(name, locale, count);
        expect(markup).not.toMatch(/NaN|Infinity/);
        const sizes = [...markup.matchAll(/ (?:width|height|colSpan)="([^"]*)"/g)].map(([, size]) =>
          Number(size),
        );
        const places = [...markup.matchAll(/ (?:x|y)="([^"]*)"/g)].map(([, place]) =>
          Number(place),
        );
        const drawing = [...markup.matchAll(/ (?:viewBox|d)="([^"]*)"/g)]
          .flatMap(([, path = '']) => path.split(/[^\d.e-]+/))
          .filter(Boolean)
          .map(Number);
        expect([...sizes, ...places].filter((number) => !(number >= 0))).toEqual([]);
        expect(drawing.filter((number) => !Number.isFinite(number))).toEqual([]);
        expect(Number(/viewBox="0 0 320 (\d+)"/.exec(markup)![1])).toBeGreaterThan(0);
      }
  });

  it('draws no bar where nothing is counted', () => {
    expect(
      barsOf(markupOf(name, 'en', emptyCount)).filter(
        ({ fill, width }) => fill !== 'whole' && width > 0,
      ),
    ).toEqual([]);
  });
});

it('ids stay apart when a page has several figures', () => {
  const page = [
    ...['1', '2', '3', '4', '7', '10'].map((name) => markupOf(name)),
    ...regionCodes.map((region) =>
      renderToStaticMarkup(
        <Figure
          {...figureElement('en')}
          figure={typesOfRegion(figureElement('en'), region, nameOf)}
          chartOnly
        />,
      ),
    ),
  ].join('');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

describe('bars begin at zero and are as long as their numbers', () => {
  it('figure 1: summaries and States with needs on one scale', () => {
    const bars = barsOf(markupOf('1'));
    const unit = only('plain', bars)[0]!.width / 4;
    expect(only('plain', bars).map(({ width }) => Math.round(width / unit))).toEqual([4, 3, 1, 2]);
    expect(only('AFR', bars)[0]!.width).toBeCloseTo(3 * unit, 0);
    expect([only('APG', bars).length, only('GRULAC', bars).length]).toEqual([1, 0]);
    expect(bars.every(({ x }) => x === 0)).toBe(true);
    expect(textsOf(markupOf('1'))).toEqual([
      'African States',
      '4 summaries',
      '3 States',
      'Asia-Pacific States',
      '3 summaries',
      '1 State',
      'Eastern European States',
      '1 summary',
      '1 State',
      'Latin American and Caribbean',
      'States',
      '2 summaries',
      '0 States',
      'Western European and other States',
      '0 summaries',
      '0 States',
    ]);
  });

  it('figure 2: parts in the order of the regional groups, one after another', () => {
    const [afr, apg, eeg, states] = barsOf(markupOf('2'));
    const unit = afr!.width / 7;
    expect(
      [afr, apg, eeg, states].map((bar) => [
        bar!.fill,
        Math.round(bar!.x / unit),
        Math.round(bar!.width / unit),
      ]),
    ).toEqual([
      ['AFR', 0, 7],
      ['APG', 7, 2],
      ['EEG', 9, 1],
      ['plain', 0, 5],
    ]);
    expect(barsOf(markupOf('2'))).toHaveLength(7);
  });

  it('figure 4: the share of the whole', () => {
    const bars = barsOf(markupOf('4'));
    const whole = only('whole', bars)[0]!.width;
    expect(only('whole', bars)).toHaveLength(5);
    expect(only('AFR', bars)[0]!.width / whole).toBeCloseTo(3 / 4, 2);
    expect(only('EEG', bars)[0]!.width / whole).toBe(1);
    expect(textsOf(markupOf('4'))).toEqual(
      expect.arrayContaining(['75% (3 of 4)', '0% (0 of 2)', '– (0 of 0)']),
    );
  });

  it('figure 7: the parts of a category fill its bar, with their shares beneath', () => {
    const bars = barsOf(markupOf('7'));
    const [first] = bars.filter(({ y }) => y === bars[0]!.y).slice(-1);
    expect(only('AFR', bars)[0]!.width / (first!.x + first!.width)).toBeCloseTo(6 / 9, 2);
    expect(textsOf(markupOf('7')).slice(0, 5)).toEqual([
      'Capacity-building',
      'of 9 needs',
      '67%',
      '22%',
      '11%',
    ]);
  });

  it('figure 8: on the scale of shares', () => {
    const [first, second] = only('AFR', barsOf(markupOf('8')));
    expect(first!.width / second!.width).toBeCloseTo(3, 1);
    expect(textsOf(markupOf('8'))).toEqual([
      'name of staff-training',
      '6 · 75%',
      'name of guidance',
      '2 · 25%',
    ]);
  });

  it('in Arabic from the right', () => {
    expect(only('AFR', barsOf(markupOf('1', 'ar'))).map(({ x, width }) => x + width)).toEqual([
      320,
    ]);
    expect(markupOf('1', 'ar')).toMatch(
      /<text x="320" y="\d+" text-anchor="end">\u2067الدول الأفريقية\u2069<\/text>/,
    );
  });
});

it('divided bars have a legend in the fixed order, and others need none', () => {
  for (const name of names)
    expect(keysOf(markupOf(name)).map(({ fill }) => fill)).toEqual(
      ['2', '3', '7', '10', 'tags', 'categories of an article'].includes(name)
        ? regionCodes.map((region) => `key ${region}`)
        : [],
    );
  expect(textsOf(markupOf('3')).slice(-5)).toEqual([
    'African',
    'Asia-Pacific',
    'Eastern European',
    'Latin American and Caribbean',
    'Western European and other',
  ]);
});

it('the table of a figure has the numbers of the figure', () => {
  expect(markupOf('10')).toMatch(
    /<tr><th scope="row"><a href="\/en\/summaries\/articles\/5\?chapter=II">5 · [^<]+<\/a><\/th><td>7<\/td><td>2<\/td><td>1<\/td><td class="zero">0<\/td><td class="zero">0<\/td><td class="sum">10<\/td><\/tr>/,
  );
  expect(textsOf(markupOf('10')).slice(0, 6).join(' | ')).toMatch(
    /^5 · Preventive .* \| 10 \| 7 \| 2 \| 1/,
  );
});

it('figures and tables bear the numbers of the note, and others none', () => {
  const caption = (name: string) => /<figcaption[^>]*>([^<]*)</.exec(markupOf(name))![1];
  for (const number of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(caption(number)).toMatch(new RegExp(`^Figure ${number}\\. `));
  for (const name of names.slice(10)) expect(caption(name)).not.toContain('Figure');
  const table = (at: number) =>
    /<caption>([^<]*)</.exec(
      renderToStaticMarkup(
        <TableFigure
          {...figureElement('en')}
          figure={matrixFigure(figureElement('en'), handMadeCount.matrices[at]!)}
        />,
      ),
    )![1];
  expect([0, 1, 2].map((at) => table(at)!.split('.')[0])).toEqual([
    'Table 1',
    'Table 2',
    'Eastern European States: needs by provision (chapter II) and category',
  ]);
});
