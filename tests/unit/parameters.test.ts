import { describe, expect, it } from 'vitest';
import { parametersOf, revisionOf, sentParameters } from '#lib/summaries/parameters';

const vocabulary = {
  subcategories: [{ code: 'cb-training', category: 'capacity-building' }, { code: 'la-drafting', category: 'legislative-assistance' }],
  types: ['staff-training', 'guidance'], tags: ['training'], topics: ['statistics', 'bribery'],
} as const;

const read = (query: string) => {
  const { sent, faults } = sentParameters(new URLSearchParams(query));
  const found = parametersOf(sent, vocabulary, '2026-11-24');
  return { ...found, faults: [...faults, ...found.faults] };
};

describe('the parameters of the summary API', () => {
  it('reads a whole question', () => {
    expect(read('cycle=2&chapter=II&cutoff=2023-02-28&region=APG,AFR&category=capacity-building&article=6,5&topic=bribery')).toEqual({
      faults: [],
      parameters: {
        cycle: 2, chapters: ['II'], cutoff: '2023-02-28', regions: ['AFR', 'APG'], categories: ['capacity-building'], subcategories: [],
        articles: ['5', '6'], types: [], tags: [], topics: ['bribery'],
      },
    });
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
    ['cycle=2&chapter=II&article=15', 'article', ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', 'general']],
    ['cycle=2&chapter=II&category=capacity-building&subcategory=la-drafting', 'subcategory', ['cb-training']],
    ['cycle=2&chapter=II&cutoff=2023-02-30', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=1444-08-07', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=28.02.2023', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=', 'cutoff', ['YYYY-MM-DD']],
    ['cycle=2&chapter=II&cutoff=2026-11-25', 'cutoff', ['2000-01-01 to 2026-11-24']],
    ['cycle=2&chapter=II&region=', 'region', ['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG']],
    ['cycle=2&chapter=II&type=drafting', 'type', ['staff-training', 'guidance']],
    ['cycle=2&chapter=II&tag=toString', 'tag', ['training']],
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
    expect(revisionOf({ revision: '7' }, 7)).toEqual({ revision: 7, faults: [] });
    expect(revisionOf({ revision: '0' }, 7)).toEqual({ revision: 0, faults: [] });
    expect(revisionOf({}, 7)).toEqual({ revision: null, faults: [] });
    for (const revision of ['8', '-1', '07', '1.0', '1e3', 'x', '']) expect(revisionOf({ revision }, 7).faults).toHaveLength(1);
  });
});
