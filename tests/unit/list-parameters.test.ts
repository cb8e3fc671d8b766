import { describe, expect, it } from 'vitest';
import {
  toListQuery,
  needsListAddress,
  parseListParameters,
  type KnownListValues,
  type SearchParams,
} from '#lib/needs/lists/list-parameters';
import { queueColumns, defaultColumns } from '#lib/needs/model/vocabulary';

const review = '00000000-0000-4000-8000-000000000001';
const known: KnownListValues = {
  codes: {
    subcategories: [
      { code: 'cb-training', category: 'capacity-building' },
      { code: 'ib-systems', category: 'institution-building' },
    ],
    topics: [],
    types: [],
    tags: ['training'],
  },
  states: ['AFR-01', 'AFR-02'],
  reviews: [review],
  views: ['queue', 'own', 'all'],
  ofOneState: false,
};
const read = (query: SearchParams, of: Partial<KnownListValues> = {}) =>
  parseListParameters(query, { ...known, ...of });

describe('the address of the register list', () => {
  it('without anything asks for the first view: a queue the longest waiting first with what is due, any other the latest changed first', () => {
    expect(read({})).toEqual({
      parameters: { view: 'queue', sort: 'oldest', columns: queueColumns },
      faults: [],
    });
    expect(read({}, { views: ['all'] }).parameters).toMatchObject({
      view: 'all',
      sort: 'changed',
      columns: defaultColumns,
    });
    expect(needsListAddress(read({}).parameters, known.views)).toBe('');
    expect(read({ text: '', chapter: '', article: ' ' })).toEqual(read({}));
  });

  it('is read in the digits of any script', () => {
    for (const article of ['7', '٧', '７', '07', '\u200f۷'])
      expect(read({ chapter: 'II', article }), article).toMatchObject({
        parameters: { article: '7' },
        faults: [],
      });
  });

  it('is read and said again the same', () => {
    const query = {
      show: 'all',
      status: 'approved',
      chapter: 'II',
      article: '5',
      category: 'capacity-building',
      subcategory: 'cb-training',
      tag: 'training',
      state: 'AFR-01',
      review,
      text: '培训 & more',
      sort: 'reference',
      column: ['reference', 'text'],
    };
    const { parameters: asked, faults } = read(query);
    expect(faults).toEqual([]);
    const address = new URLSearchParams(needsListAddress(asked, known.views));
    expect(
      Object.fromEntries([...new Set(address.keys())].map((name) => [name, address.getAll(name)])),
    ).toEqual(
      Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()])),
    );
    expect(read(Object.fromEntries(address.entries())).parameters).toMatchObject({
      view: 'all',
      text: '培训 & more',
    });
  });

  it('keeps of the view what does not show by itself', () => {
    const { parameters: asked } = read({ show: 'own', category: 'other' });
    expect(needsListAddress(asked, known.views)).toBe('?show=own&category=other');
    expect(needsListAddress(asked, known.views, { category: undefined, status: 'draft' })).toBe(
      '?status=draft',
    );
    expect(
      needsListAddress(read({ category: 'other' }).parameters, known.views, { after: 'KEY~id' }),
    ).toBe('?category=other&after=KEY%7Eid');
  });

  it.each([
    ['status', { status: 'lost' }, 'lost'],
    ['chapter', { chapter: 'VI' }, 'VI'],
    ['article', { article: '99' }, '99'],
    ['article', { chapter: 'II', article: '43' }, '43'],
    ['category', { category: 'x' }, 'x'],
    [
      'subcategory',
      { category: 'institution-building', subcategory: 'cb-training' },
      'cb-training',
    ],
    ['tag', { tag: 'x' }, 'x'],
    ['state', { state: 'KEN' }, 'KEN'],
    ['review', { review: 'none' }, 'none'],
    ['text', { text: 'a\u0000b' }, 'a\u0000b'],
    ['text', { text: 'x'.repeat(201) }, 'x'.repeat(100)],
    ['show', { show: 'some' }, 'some'],
    ['sort', { sort: 'size' }, 'size'],
    ['sort', { sort: 'priority' }, 'priority'],
    ['column', { column: ['text', 'weight'] }, 'weight'],
    ['place', { after: 'x' }, 'x'],
    ['place', { after: 'a~b', before: 'c~d' }, 'a~b, c~d'],
    ['place', { after: 'a\u0000~b' }, 'a\u0000~b'],
    ['place', { sort: 'reference', before: '💩~b' }, '💩~b'],
    ['place', { after: '~b' }, '~b'],
    ['place', { sort: 'priority', state: 'AFR-01', after: 'x~b' }, 'x~b'],
    ['category', { category: ['other', 'policymaking'] }, 'other, policymaking'],
  ] as const)('names an unknown %s and goes on without it', (name, query, value) => {
    const { parameters: asked, faults } = read(query);
    expect(faults).toEqual([{ name, value }]);
    expect(asked.at).toBeUndefined();
    if (name in asked && name !== 'sort') expect(asked[name as 'text']).toBeUndefined();
  });

  it('sorts by priority where all that is shown is of one State', () => {
    for (const query of [{ state: 'AFR-01' }, { review }])
      expect(read({ sort: 'priority', ...query }).parameters.sort).toBe('priority');
    expect(read({ sort: 'priority', show: 'own' }, { ofOneState: true }).parameters.sort).toBe(
      'priority',
    );
    expect(read({ sort: 'priority', show: 'all' }, { ofOneState: true }).faults).toHaveLength(1);
  });

  it('leads to the list that it names', () => {
    expect(toListQuery(read({}).parameters)).toMatchObject({
      list: 'own',
      filter: { statuses: ['submitted', 'recoded'] },
    });
    expect(toListQuery(read({ status: 'draft' }).parameters)).toMatchObject({
      list: 'own',
      filter: { statuses: ['draft'] },
    });
    expect(
      toListQuery(read({ show: 'all', after: '2026-01-01T00:00:00.000Z~abc' }).parameters),
    ).toMatchObject({
      list: 'approved',
      filter: { statuses: [] },
      at: { toward: 'after', key: '2026-01-01T00:00:00.000Z', id: 'abc' },
    });
  });
});
