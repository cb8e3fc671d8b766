import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimilarityIndex } from '#lib/review/similarity/similarity-index';
import { hashedNgrams, cosineSimilarity } from '#lib/review/similarity/ngrams';
import {
  similarityThreshold,
  similarityQuality,
  duplicateThreshold,
} from '#lib/review/similarity/vocabulary';
import { needTexts, saidAgain } from '#tests/support/factories/need-texts';

const alike = (one: string, other: string) =>
  cosineSimilarity(hashedNgrams(one), hashedNgrams(other));

describe('two texts read alike', () => {
  it('wholly where only accents, case, marks or punctuation differ, in every script', () => {
    expect(
      alike('Élaboration d’une stratégie nationale', "elaboration d'une STRATEGIE nationale."),
    ).toBe(1);
    expect(alike('إنشاء هيئة مستقلّة', 'انشاء هيئه مستقلة')).toBe(1);
    expect(alike('Отчёты счётной палаты', 'отчеты счетной палаты')).toBe(1);
    expect(alike('制定反腐败政策', '制定 反腐败政策。')).toBe(1);
  });

  it('partly where words are exchanged, and the more the fewer are', () => {
    const [text, one, many] = [
      'Training of judges in asset recovery',
      'Training of prosecutors in asset recovery',
      'Survey of prosecutors and tax inspectors',
    ];
    expect(alike(text, one)).toBeGreaterThan(0.6);
    expect(alike(text, one)).toBeLessThan(1);
    expect(alike(text, many)).toBeLessThan(0.2);
    expect(alike('加强审计机关的职能', '加强检察机关的职能')).toBeGreaterThan(0.5);
  });

  it('not at all where scripts differ, or there is nothing to compare', () => {
    expect(alike('Training of judges', 'Обучение судей')).toBeLessThan(0.1);
    for (const nothing of ['', '  ', '…', '1'])
      expect(alike(nothing, 'Training of judges')).toBe(0);
  });
});

const everyone = { limit: 5, from: 0, accepts: () => true };
const reviewId = 'review';
const holding = (texts: Readonly<Record<string, string>>) => {
  const index = new SimilarityIndex(100);
  for (const [id, text] of Object.entries(texts)) index.put(id, text, { reviewId, language: 'en' });
  return index;
};
const found = (index: SimilarityIndex, text: string) =>
  index.search(text, everyone).map(({ id }) => id);

describe('the index of texts', () => {
  const texts = {
    courts: 'Training of judges and prosecutors',
    audit: 'Training of auditors',
    survey: 'Household survey on bribery',
  };

  it('finds what reads most alike first, and a text itself with a likeness of 1', () => {
    const index = holding(texts);
    expect(found(index, 'training of prosecutors')).toEqual(['courts', 'audit']);
    expect(index.search(texts.survey, { ...everyone, limit: 1 })).toEqual([
      { id: 'survey', likeness: expect.closeTo(1, 5) },
    ]);
  });

  it('weighs rare words more than those of many texts', () => {
    const many = Object.fromEntries(
      ['auditors', 'inspectors', 'judges', 'teachers', 'notaries'].map((whom) => [
        whom,
        `Training of ${whom} in the Convention`,
      ]),
    );
    const [asked, rare] = [
      'Training in the Convention for ombudspersons',
      'Reports of ombudspersons',
    ];
    expect(found(holding({ ...many, rare }), asked)[0]).toBe('rare');
    expect(Math.max(...Object.values(many).map((text) => alike(asked, text)))).toBeGreaterThan(
      alike(asked, rare),
    );
  });

  it('leaves out what the question does not take, and what is less alike than it asks for', () => {
    const index = holding(texts);
    expect(
      index
        .search('Training of judges', { ...everyone, accepts: (_, id) => id !== 'courts' })
        .map(({ id }) => id),
    ).toEqual(['audit']);
    expect(index.search('Training of judges', { ...everyone, from: 0.99 })).toEqual([]);
  });

  it('forgets a text that was dropped, and knows one that was put again by its new words', () => {
    const index = holding(texts);
    index.drop('courts');
    index.drop('courts');
    index.put('audit', 'Inter-agency coordination', { reviewId, language: 'en' });
    expect(found(index, 'Training of judges')).toEqual([]);
    expect(found(index, 'coordination')[0]).toBe('audit');
    expect(index.size).toBe(2);
  });

  it('keeps the texts that were put last, no more than it may hold', () => {
    const index = new SimilarityIndex(2);
    for (const id of ['first', 'second', 'third'])
      index.put(id, `The ${id} text`, { reviewId, language: 'en' });
    expect(found(index, 'text').toSorted()).toEqual(['second', 'third']);
  });

  it('answers after any changes as one that was made anew', () => {
    const text = fc.constantFrom(...needTexts.map((need) => need.text));
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      text: fc.option(text),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 250, maxLength: 400 }), text, (steps, question) => {
        const changed = new SimilarityIndex(100);
        const now = new Map<string, string>();
        for (const { id, text: written } of steps) {
          now.delete(id);
          if (written === null) changed.drop(id);
          else {
            changed.put(id, written, { reviewId, language: null });
            now.set(id, written);
          }
        }
        const anew = new SimilarityIndex(100);
        for (const [id, written] of now) anew.put(id, written, { reviewId, language: null });
        const rounded = (index: SimilarityIndex) =>
          index
            .search(question, { ...everyone, limit: 10 })
            .map(({ id, likeness: value }) => `${id} ${value.toFixed(5)}`)
            .toSorted();
        expect(rounded(changed)).toEqual(rounded(anew));
      }),
      { numRuns: 30 },
    );
  });
});

describe('measured on the 150 needs in words', () => {
  const index = new SimilarityIndex(1000);
  needTexts.forEach(({ text, language }, at) =>
    index.put(String(at), text, { reviewId, language }),
  );
  const nearest = (text: string, language: string, except?: number) => {
    const [one] = index.search(text, {
      limit: 1,
      from: 0,
      accepts: (row, id) => row.language === language && id !== String(except),
    });
    return { likeness: one?.likeness ?? 0, neighbour: needTexts[Number(one?.id)] };
  };
  const alone = needTexts.map((need, at) => ({ need, ...nearest(need.text, need.language, at) }));
  const again = saidAgain.map((one) => ({ ...one, ...nearest(one.again, one.language) }));

  it('the nearest text seldom has the same category, and what is said again leads back to its need, as the guide says', () => {
    const sameCategory = alone.filter(
      ({ need, neighbour }) => neighbour?.category === need.category,
    ).length;
    const counts = Object.values(Object.groupBy(needTexts, ({ category }) => category)).map(
      (needs) => needs.length,
    );
    const againFound = again.filter(({ text, neighbour }) => neighbour?.text === text).length;
    process.stdout.write(
      `Nearest neighbour with the same category: ${sameCategory} of ${needTexts.length}; the commonest category: ${Math.max(...counts)}. Said again and found: ${againFound} of ${again.length}.\n`,
    );
    expect(similarityQuality).toEqual({
      texts: needTexts.length,
      sameCategory,
      commonestCategory: Math.max(...counts),
      again: again.length,
      againFound,
    });
  });

  it('the likeness from which needs are shown lies between those that differ and those that say the same', () => {
    expect(Math.max(...alone.map((one) => one.likeness))).toBeLessThan(similarityThreshold);
    expect(Math.min(...again.map((one) => one.likeness))).toBeGreaterThan(similarityThreshold);
  });

  it('the likeness from which a need seems to be there already lies midway', () => {
    const different = needTexts.flatMap((one, at) =>
      needTexts
        .slice(at + 1)
        .filter(({ language }) => language === one.language)
        .map((other) => alike(one.text, other.text)),
    );
    const same = saidAgain.map((one) => alike(one.text, one.again));
    expect((Math.max(...different) + Math.min(...same)) / 2).toBeCloseTo(duplicateThreshold, 1);
    expect(Math.max(...different)).toBeLessThan(duplicateThreshold - 0.1);
    expect(Math.min(...same)).toBeGreaterThan(duplicateThreshold + 0.1);
  });
});
