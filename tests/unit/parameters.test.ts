import { describe, expect, it } from 'vitest';
import {
  cellQuery,
  chaptersName,
  pageSearchParams,
  summaryQuery,
} from '#lib/counting/filter/page-query';
import {
  pageParameterNames,
  parseParameters,
  parseRevision,
  collectParameters,
  type PageDefaults,
} from '#lib/counting/filter/parameters';

const vocabulary = {
  subcategories: [
    { code: 'cb-training', category: 'capacity-building' },
    { code: 'la-drafting', category: 'legislative-assistance' },
  ],
  types: ['staff-training', 'guidance'],
  tags: ['training'],
  topics: ['statistics', 'bribery'],
} as const;

const read = (query: string) => {
  const { sent, faults } = collectParameters(new URLSearchParams(query));
  const found = parseParameters(sent, vocabulary, '2026-11-24');
  return { ...found, faults: [...faults, ...found.faults] };
};

describe('the parameters of the summary API', () => {
  it('reads a whole question', () => {
    expect(
      read(
        'cycle=2&chapter=II&cutoff=2023-02-28&region=APG,AFR&category=capacity-building&article=6,5&topic=bribery',
      ),
    ).toEqual({
      faults: [],
      parameters: {
        cycle: 2,
        chapters: ['II'],
        cutoff: '2023-02-28',
        from: null,
        regions: ['AFR', 'APG'],
        categories: ['capacity-building'],
        subcategories: [],
        articles: ['5', '6'],
        types: [],
        tags: [],
        topics: ['bribery'],
        priorities: [],
        claims: [],
        spans: [],
        statuses: [],
        rows: [],
        besides: [],
      },
    });
  });

  it('reads digits, letters and commas of whatever keyboard wrote them', () => {
    const asked = read('cycle=2&chapter=II&article=5,6&region=AFR&priority=1&cutoff=2023-02-28');
    expect(asked.faults).toEqual([]);
    for (const query of [
      'cycle=٢&chapter=ＩＩ&article=٦،٥&region=AFR&priority=١&cutoff=٢٠٢٣-٠٢-٢٨',
      'cycle=２&chapter=II&article=６、５&region=ＡＦＲ&priority=１&cutoff=２０２３－０２－２８',
      'cycle=۲&chapter=\u200eII&article=۶، ۵&region=AFR\u200f&priority=۱&cutoff=2023‑02‑28',
    ])
      expect(read(query), query).toEqual(asked);
    const { sent } = collectParameters(new URLSearchParams('revision=١٢'));
    expect(parseRevision(sent, 40)).toEqual({ revision: 12, faults: [] });
  });

  it('takes several chapters of one cycle together', () => {
    expect(read('cycle=1&chapter=III,IV').parameters.chapters).toEqual(['III', 'IV']);
  });

  it.each([
    ['', 'cycle', ['1', '2']],
    ['cycle=2', 'chapter', ['II', 'V']],
    ['cycle=3&chapter=II', 'cycle', ['1', '2']],
    ['cycle=2&chapter=III', 'chapter', ['II', 'V']],
    ['cycle=2&chapter=II,III', 'chapter', ['II', 'V']],
    [
      'cycle=2&chapter=II&article=15',
      'article',
      ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', 'general'],
    ],
    [
      'cycle=2&chapter=II&category=capacity-building&subcategory=la-drafting',
      'subcategory',
      ['cb-training'],
    ],
    ['cycle=2&chapter=II&cutoff=2023-02-30', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=1444-08-07', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=28.02.2023', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=2026-11-25', 'cutoff', ['2000-01-01 to 2026-11-24']],
    ['cycle=2&chapter=II&region=', 'region', ['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG']],
    ['cycle=2&chapter=II&type=drafting', 'type', ['staff-training', 'guidance']],
    ['cycle=2&chapter=II&tag=toString', 'tag', ['training']],
    ['cycle=2&chapter=II&priority=0', 'priority', ['1 to 999']],
    ['cycle=2&chapter=II&priority=1000', 'priority', ['1 to 999']],
    ['cycle=2&chapter=II&row=5', 'row', undefined],
    ['cycle=2&chapter=II&__proto__=1', '__proto__', undefined],
  ])('%s is refused at %s, with what is valid', (query, parameter, valid) => {
    const fault = read(query).faults.find((found) => found.parameter === parameter);
    expect(fault).toBeDefined();
    if (valid) expect(fault!.valid).toEqual(valid);
  });

  it('refuses a repeated parameter, a repeated value, an over-long value and an unknown name', () => {
    const names = (query: string) => read(query).faults.map(({ parameter }) => parameter);
    expect(names('cycle=2&cycle=2&chapter=II')).toContain('cycle');
    expect(names('cycle=2&chapter=II&region=AFR,AFR')).toEqual(['region']);
    expect(names(`cycle=2&chapter=II&region=${'A'.repeat(1001)}`)).toEqual(['region']);
    expect(names('cycle=2&chapter=II&Region=AFR')).toEqual(['Region']);
  });

  it('takes a revision up to the present one', () => {
    expect(parseRevision({ revision: '7' }, 7)).toEqual({ revision: 7, faults: [] });
    expect(parseRevision({ revision: '0' }, 7)).toEqual({ revision: 0, faults: [] });
    expect(parseRevision({}, 7)).toEqual({ revision: null, faults: [] });
    for (const revision of ['8', '-1', '07', '1.0', '1e3', 'x', ''])
      expect(parseRevision({ revision }, 7).faults).toHaveLength(1);
  });
});

/** Reads the address of a page. */
const page = (query: string, byItself: PageDefaults = {}) => {
  const { sent, faults } = collectParameters(
    pageSearchParams(
      Object.fromEntries(
        pageParameterNames.map((name) => [name, new URLSearchParams(query).getAll(name)]),
      ),
    ),
    pageParameterNames,
  );
  const found = parseParameters(sent, vocabulary, '2026-11-24', byItself);
  return {
    asked: { ...found.parameters, revision: null },
    faults: [...faults, ...found.faults].map(({ parameter, why }) => [parameter, why]),
  };
};

describe('the address of a summary page', () => {
  it('without anything asks for chapter II of the second cycle, until today', () => {
    expect(page('').asked).toMatchObject({ cycle: 2, chapters: ['II'], cutoff: null, regions: [] });
    expect(page('', { chapter: 'IV' }).asked).toMatchObject({ cycle: 1, chapters: ['IV'] });
    expect(page('cycle=1').asked).toMatchObject({ cycle: 1, chapters: ['III'] });
    expect(page('region=AFR', { region: 'AFR' })).toMatchObject({
      asked: { regions: ['AFR'] },
      faults: [],
    });
  });

  it.each([
    'chapter=II',
    'chapter=V',
    'chapter=II,V&cutoff=2023-02-28',
    'chapter=II&region=AFR,APG&article=5,general&category=capacity-building&subcategory=cb-training&topic=bribery&type=guidance&tag=training&priority=1,2',
    'chapter=II,V&row=general-V&with=article:6,topic:bribery',
    'chapter=II&row=5%3B6',
  ])('%s is read and said again the same', (query) => {
    const { asked, faults } = page(query);
    expect(faults).toEqual([]);
    expect(summaryQuery(asked)).toBe(`?${query}`);
  });

  it.each([
    ['chapter=II&cycle=1', [['chapter', 'chapterOfCycle']]],
    ['chapter=II,III', [['chapter', 'chapterOfCycle']]],
    ['cycle=3', [['cycle', 'unknown']]],
    ['cutoff=2023-02-29', [['cutoff', 'noDate']]],
    ['cutoff=1444-08-07', [['cutoff', 'noDate']]],
    ['cutoff=2566-02-28', [['cutoff', 'futureDate']]],
    ['cutoff=2026-11-25', [['cutoff', 'futureDate']]],
    ['chapter=II&chapter=V', [['chapter', 'repeated']]],
    ['region=AFR,AFR', [['region', 'valueRepeated']]],
    [
      'category=capacity-building&subcategory=la-drafting',
      [['subcategory', 'subcategoryOfCategory']],
    ],
    ['article=51', [['article', 'articleOfChapter']]],
    ['row=6%3B5', [['row', 'unknown']]],
    ['row=general-II', [['row', 'unknown']]],
    ['with=article:99', [['with', 'unknown']]],
    ['with=text:x', [['with', 'unknown']]],
    ['priority=1st', [['priority', 'unknown']]],
  ])('%s is refused, and the rest of the filter is kept', (query, faults) => {
    const found = page(`${query}&tag=training`);
    expect(found.faults).toEqual(faults);
    expect(found.asked.tags).toEqual(['training']);
    expect(found.asked.cutoff).toBeNull();
  });

  it('of one region is not of another', () => {
    expect(page('region=APG', { region: 'AFR' })).toMatchObject({
      asked: { regions: ['AFR'] },
      faults: [['region', 'regionOfPage']],
    });
  });

  it('names both chapters of a cycle together', () => {
    expect([chaptersName(['II']), chaptersName(['II', 'V'])]).toEqual(['II', 'II_V']);
  });
});

describe('the address behind a number', () => {
  it('adds its cell to the filter of the page', () => {
    expect(
      cellQuery(page('region=AFR,APG&tag=training').asked, {
        region: 'AFR',
        row: '5;6',
        category: 'policymaking',
      }),
    ).toBe('?chapter=II&region=AFR&category=policymaking&tag=training&row=5%3B6');
    expect(cellQuery(page('').asked, { article: '5', topic: 'bribery' })).toBe(
      '?chapter=II&article=5&topic=bribery',
    );
  });

  it('asks for an article besides those of the filter, because a need may have several', () => {
    expect(cellQuery(page('article=6,7').asked, { article: '5' })).toBe(
      '?chapter=II&article=6,7&with=article:5',
    );
    expect(cellQuery(page('article=5').asked, { article: '5' })).toBe('?chapter=II&article=5');
    expect(cellQuery(page('article=6&with=tag:training').asked, { article: '5' })).toBe(
      '?chapter=II&article=6&with=tag:training,article:5',
    );
  });
});
