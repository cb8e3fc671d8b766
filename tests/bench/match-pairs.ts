import { readFileSync } from 'node:fs';
import { hashedNgrams, cosineSimilarity } from '#lib/review/similarity/ngrams';
import {
  scoreMatch,
  proposalThreshold,
  type ActivityToCompare,
  type NeedToCompare,
} from '#lib/assistance/matches/match-score';

type Need = NeedToCompare & Readonly<{ id: string; text: string }>;
type Activity = ActivityToCompare & Readonly<{ id: string; title: string; description: string }>;
type Pairs = Readonly<{
  needs: readonly Need[];
  activities: readonly Activity[];
  pairs: readonly Readonly<{ need: string; activity: string; answers: boolean }>[];
}>;

export const matchPairs = (): Pairs =>
  JSON.parse(readFileSync('tests/bench/match-pairs.json', 'utf8')) as Pairs;

/**
 * Each pair with its score and what a person says of it; every other one of each answer was used to
 * choose the threshold.
 */
export function scored() {
  const { needs, activities, pairs } = matchPairs();
  const [needOf, activityOf] = [
    new Map(needs.map((need) => [need.id, need])),
    new Map(activities.map((activity) => [activity.id, activity])),
  ];
  const seen = { true: 0, false: 0 };
  return pairs.map(({ need: needId, activity: activityId, answers }) => {
    const [need, activity] = [needOf.get(needId)!, activityOf.get(activityId)!];
    const found = scoreMatch(
      need,
      activity,
      cosineSimilarity(
        hashedNgrams(need.text),
        hashedNgrams(`${activity.title} ${activity.description}`),
      ),
    );
    return {
      needId,
      activityId,
      answers,
      score: found?.score ?? 0,
      grounds: found?.grounds ?? [],
      measuring: seen[`${answers}`]++ % 2 === 1,
    };
  });
}

/** How many of what is proposed a person would propose, and how many of those are proposed. */
export function quality(pairs: ReturnType<typeof scored>, from = proposalThreshold) {
  const proposed = pairs.filter(({ score }) => score >= from);
  const right = proposed.filter(({ answers }) => answers).length;
  const wanted = pairs.filter(({ answers }) => answers).length;
  return {
    pairs: pairs.length,
    proposed: proposed.length,
    right,
    wanted,
    precision: right / proposed.length,
    recall: right / wanted,
  };
}
