import { beforeAll, describe, expect, it } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { publicActor } from '#lib/base/actor';
import { locales, type Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import type { summaryResponse } from '#lib/counting/summaries/api-response';
import type { Count } from '#lib/counting/count/count-types';
import { countForOptions, summaryDocument } from '#lib/counting/summaries/queries';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { figures, figureElement } from '../support/counting/figures';

type Answer = ReturnType<typeof summaryResponse>;
const cutoff = '2023-02-28';
const ask = async (more: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const answered = await summaryDocument(
    publicActor,
    new URLSearchParams({ cycle: '2', chapter: 'II', cutoff, ...more }),
    [],
  );
  if (answered.kind !== 'found') throw new Error(JSON.stringify(answered));
  return JSON.parse(answered.body);
};
const counted = (regions: readonly Region[]) =>
  countForOptions(publicActor, { cycle: 2, chapters: ['II'], cutoff, regions });

let whole: Answer;
let ofRegion: Readonly<Record<string, Answer>>;
let page: Readonly<Record<string, Count>>;

beforeAll(async () => {
  await demonstrationRegister();
  whole = await ask();
  ofRegion = Object.fromEntries(
    await Promise.all(
      whole.regions.map(async ({ region }) => [region, await ask({ region })] as const),
    ),
  );
  const all = await counted([]);
  // Figures 5 and 6 stand on the page of their regional group, whose count holds that group alone.
  page = {
    ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [i + 1, all])),
    5: await counted(['AFR']),
    6: await counted(['APG']),
  };
});

type Numbers = readonly (number | null)[];
const numbersIn = (text: string): Numbers =>
  [...text.replaceAll(/<[^>]*>/g, '').matchAll(/\d+|–/g)].map(([found]) =>
    found === '–' ? null : Number(found),
  );
const textsOf = (markup: string, kind: string) =>
  [...markup.matchAll(new RegExp(`<text[^>]* class="${kind}">(.*?)</text>`, 'g'))].map(
    ([, inner = '']) => inner,
  );
/**
 * What is written at the ends of the bars, what beneath their parts, and the cells of the table row
 * by row.
 */
const shown = (markup: string) => {
  const body = /<tbody>(.*?)<\/tbody>/.exec(markup)![1]!;
  return {
    atEnds: textsOf(markup, 'value').flatMap(numbersIn),
    beneath: textsOf(markup, 'under').flatMap(numbersIn),
    table: [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].flatMap(([, cell = '']) => numbersIn(cell)),
    ),
  };
};
type Shown = Readonly<{ atEnds: Numbers; beneath: Numbers; table: readonly Numbers[] }>;

const needsOf = (parts: readonly Readonly<{ needs: number }>[]) => parts.map(({ needs }) => needs);
/** Parts that are zero are left out of a drawing. */
const drawn = (numbers: readonly number[]) => numbers.filter((n) => n > 0);
/** The six categories of the note. */
const six = ({ categories }: Answer) =>
  categories.filter(({ category, needs }) => category !== 'other' || needs > 0);

const articlesOf = ({ articles }: Answer): Shown => ({
  atEnds: articles.flatMap(({ needs, states }) => [needs, states]),
  beneath: [],
  table: articles.map(({ needs, states }) => [needs, states]),
});
const typesOf = ({ types }: Answer, region: Region): Shown => {
  const own = types
    .find((each) => each.region === region)!
    .types.map(({ mentions, share }) => [mentions, share.percent]);
  return { atEnds: own.flat(), beneath: [], table: own };
};

/** What the figures must say, from the answers of the API alone. */
const expected: Readonly<Record<string, (locale: Locale) => Shown>> = {
  1: () => ({
    atEnds: whole.regions.flatMap(({ summaries, statesWithNeeds }) => [summaries, statesWithNeeds]),
    beneath: [],
    table: whole.regions.map(
      ({ summaries, statesWithNeeds, shareOfStates, needs, shareOfNeeds }) => [
        summaries,
        statesWithNeeds,
        shareOfStates.percent,
        needs,
        shareOfNeeds.percent,
      ],
    ),
  }),
  2: () => ({
    atEnds: whole.articles.flatMap(({ needs, states }) => [needs, states]),
    beneath: [],
    table: whole.articles.map(({ byRegion, needs, states }) => [
      ...needsOf(byRegion),
      needs,
      states,
    ]),
  }),
  3: () => ({
    atEnds: six(whole).flatMap(({ needs, share }) => [needs, share.percent]),
    beneath: [],
    table: six(whole).map(({ byRegion, needs, share, states }) => [
      ...needsOf(byRegion),
      needs,
      share.percent,
      states,
    ]),
  }),
  // Chinese names the base first.
  4: (locale) => ({
    atEnds: whole.regions.flatMap(({ shareOfStates: { n, of, percent } }) =>
      locale === 'zh' ? [percent, of, n] : [percent, n, of],
    ),
    beneath: [],
    table: whole.regions.map(({ shareOfStates: { n, of, percent } }) => [n, of, percent]),
  }),
  5: () => articlesOf(ofRegion.AFR!),
  6: () => articlesOf(ofRegion.APG!),
  7: () => ({
    atEnds: six(whole).flatMap(({ needs }) => [needs]),
    beneath: six(whole).flatMap(({ byRegion }) =>
      byRegion.filter(({ needs }) => needs > 0).map(({ share }) => share.percent),
    ),
    table: six(whole).map(({ byRegion, needs }) => [
      ...byRegion.map(({ share }) => share.percent),
      needs,
    ]),
  }),
  8: () => typesOf(whole, 'AFR'),
  9: () => typesOf(whole, 'APG'),
  10: () => {
    const rows = whole.articles.map(({ article, byCategory }) => ({
      needs: byCategory['capacity-building']!,
      parts: whole.regions.map(
        ({ region }) =>
          ofRegion[region]!.articles.find((found) => found.article === article)!.byCategory[
            'capacity-building'
          ]!,
      ),
    }));
    return {
      atEnds: rows.map(({ needs }) => needs),
      beneath: rows.flatMap(({ parts }) => drawn(parts)),
      table: rows.map(({ needs, parts }) => [...parts, needs]),
    };
  },
};

describe.each(Object.keys(expected))('figure %s of the demonstration register', (number) => {
  it.each(locales)('says in %s what the API answers, in its drawing and in its table', (locale) => {
    const found = shown(
      renderToStaticMarkup(figures(figureElement(locale, page[number]!))[number]),
    );
    expect(found).toEqual(expected[number]!(locale));
    expect(found.atEnds.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBeGreaterThan(50);
  });
});

it('the parts of a bar are as long as the numbers of the API', () => {
  for (const [number, rows] of [
    ['2', whole.articles],
    ['3', six(whole)],
  ] as const) {
    const markup = renderToStaticMarkup(figures(figureElement('en', page[number]!))[number]);
    const widths = [
      ...markup.matchAll(/<rect[^>]* width="([\d.]+)"[^>]* class="(?:AFR|APG|EEG|GRULAC|WEOG)"/g),
    ].map(([, width]) => Number(width));
    const parts = rows.flatMap(({ byRegion }) => drawn(needsOf(byRegion)));
    const unit = widths.reduce((a, b) => a + b) / parts.reduce((a, b) => a + b);
    expect(widths.map((width) => Math.round(width / unit))).toEqual(parts);
  }
});
