import { describe, expect, it } from 'vitest';
import {
  scoreMatch,
  proposalQuality,
  proposalThreshold,
  type ActivityToCompare,
  type NeedToCompare,
} from '#lib/assistance/matches/match-score';
import { articleOverlap } from '#lib/assistance/matches/article-overlap';
import { matchPairs, quality, scored } from '#tests/bench/match-pairs';

const need: NeedToCompare = {
  chapter: 'II',
  articles: [5, 6],
  category: 'capacity-building',
  topics: ['bribery'],
  state: 'S-01',
  region: 'AFR',
  language: 'en',
};
const activity: ActivityToCompare = {
  articles: [6],
  categories: [],
  topics: ['bribery'],
  kind: 'training',
  language: 'en',
  states: [],
  regions: ['AFR'],
};

describe('an activity and a need', () => {
  it.each<[string, readonly number[], 'II' | 'V', readonly number[], string]>([
    ['meet at an article', [6, 9], 'II', [5, 6], 'article'],
    ['do not meet at another article of the chapter', [9], 'II', [5], 'apart'],
    ['meet at a chapter as a whole', [9], 'II', [], 'chapter'],
    ['do not meet at another chapter as a whole', [9], 'V', [], 'apart'],
    ['do not meet across chapters', [51], 'II', [5], 'apart'],
    ['may meet where the activity names no article', [], 'V', [51], 'open'],
  ])('%s', (_said, articles, chapter, own, expected) => {
    expect(articleOverlap(articles, { chapter, articles: own })).toBe(expected);
  });
});

describe('the register proposes', () => {
  it('what meets the need by article, category, topic and region, and says so', () => {
    expect(scoreMatch(need, activity, 0)).toEqual({
      score: 9,
      grounds: ['article', 'category', 'topic', 'region'],
    });
  });
  it('rather what names the State itself', () => {
    expect(scoreMatch(need, { ...activity, states: ['S-01'] }, 0)).toMatchObject({
      score: 10,
      grounds: expect.arrayContaining(['state']),
    });
  });
  it('nothing that is for other States', () => {
    expect(scoreMatch(need, { ...activity, states: ['S-02'], regions: [] }, 1)).toBeNull();
    expect(scoreMatch(need, { ...activity, regions: ['EEG'] }, 1)).toBeNull();
  });
  it('nothing whose articles do not meet the need’s', () => {
    expect(scoreMatch(need, { ...activity, articles: [51] }, 1)).toBeNull();
  });
  it('by texts of one language alone', () => {
    expect(scoreMatch(need, activity, 0.5)!.grounds).toContain('text');
    expect(scoreMatch(need, { ...activity, language: 'fr' }, 0.5)!.grounds).not.toContain('text');
  });
});

describe('the hundred pairs written by hand', () => {
  const all = scored();
  it('are a hundred, of six languages, each of another need and activity', () => {
    const { needs, activities, pairs } = matchPairs();
    expect(new Set(pairs.map((pair) => `${pair.need} ${pair.activity}`)).size).toBe(100);
    expect(new Set([...needs, ...activities].map(({ language }) => language)).size).toBe(6);
  });
  it('were halved: one half chose the threshold, which is the best of its half to half a point', () => {
    const choosing = all.filter(({ measuring }) => !measuring);
    const f1 = (from: number) => {
      const { precision, recall } = quality(choosing, from);
      return (2 * precision * recall) / (precision + recall);
    };
    expect(choosing).toHaveLength(50);
    for (let from = 1; from <= 12; from += 0.5)
      expect(f1(from) || 0).toBeLessThanOrEqual(f1(proposalThreshold));
  });
  it('say how good the proposals are, as the pages and docs/assistance.md do', () => {
    const { proposed, right, wanted } = quality(all.filter(({ measuring }) => measuring));
    process.stdout.write(
      `Proposals on 50 pairs: ${right} of ${proposed} right, ${right} of ${wanted} found.\n`,
    );
    expect(proposalQuality).toEqual({ pairs: 50, proposed, right, wanted });
  });
});
