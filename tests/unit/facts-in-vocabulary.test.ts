import { expect, it } from 'vitest';
import { count } from '#lib/counting/count/count';
import { Facts } from '#lib/counting/facts/facts';
import { noFilter } from '#lib/counting/filter/filter';
import { codeMapper, type TermChange } from '#lib/needs/terms/code-mapping';
import { chance } from '#tests/support/run/seeded-random';

const codes = Array.from({ length: 12 }, (_, i) => `t${i}`);
const day = (n: number) => `2024-01-${String(n + 1).padStart(2, '0')}`;
type Need = Readonly<{ id: string; topics: readonly string[]; tags: readonly string[] }>;

/**
 * What each need reads on a day, worked out need by need and step by step, as a person would with
 * the log of changes in hand.
 */
function byHand(
  need: Need,
  kind: 'topic' | 'tag',
  changes: readonly TermChange[],
  on: string,
): Set<string> {
  const read = new Set<string>();
  for (const chosen of kind === 'topic' ? need.topics : need.tags) {
    let now = chosen;
    for (const { kind: of, code, decidedOn, needs, rest } of changes) {
      if (of !== kind || decidedOn > on || code !== now) continue;
      if (needs.has(need.id)) now = needs.get(need.id)!;
      else if (rest !== null) now = rest;
    }
    for (let i = changes.length - 1; i >= 0; i -= 1) {
      const { kind: of, verb, code, decidedOn, into, needs } = changes[i]!;
      if (of !== kind || decidedOn <= on || verb !== 'split' || !into.includes(now)) continue;
      const addedSince = changes.some(
        (each) =>
          each.kind === kind && each.verb === 'add' && each.code === now && each.decidedOn > on,
      );
      if (addedSince || needs.get(need.id) === now) now = code;
    }
    read.add(now);
  }
  return read;
}

it('numbers in the vocabulary of any day equal a count by hand, for 60 random registers', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { oneOf, happens } = chance(seed);
    const some = () => codes.filter(() => happens(0.2));
    const needs: Need[] = Array.from({ length: 80 }, (_, i) => ({
      id: `n${i}`,
      topics: some(),
      tags: some(),
    }));
    const ended = { topic: new Set<string>(), tag: new Set<string>() };
    const changes = Array.from({ length: 6 }, (_, seq): TermChange => {
      const kind = oneOf(['topic', 'tag'] as const);
      const inForce = codes.filter((code) => !ended[kind].has(code));
      const code = oneOf(inForce);
      const others = inForce.filter((each) => each !== code);
      const verb = oneOf(['add', 'merge', 'split'] as const);
      const decidedOn = day(seq);
      if (verb === 'add')
        return { seq, kind, verb, code, decidedOn, into: [], rest: null, needs: new Map() };
      ended[kind].add(code);
      const into =
        verb === 'merge'
          ? [oneOf(others)]
          : [...new Set([others[0]!, oneOf(others), oneOf(others)])];
      const places = new Map(
        verb === 'split' ? needs.filter(() => happens(0.3)).map(({ id }) => [id, oneOf(into)]) : [],
      );
      return {
        seq,
        kind,
        verb,
        code,
        decidedOn,
        into,
        rest: verb === 'merge' || happens(0.7) ? into[0]! : null,
        needs: places,
      };
    });
    const facts = new Facts();
    facts.vocabulary = { subcategories: [], types: [], tags: codes, topics: codes };
    facts.putReview({
      id: 'r',
      stateId: 's',
      region: 'AFR',
      cycle: 2,
      completedOn: 20230101,
      publishedOn: 0,
    });
    for (const { id, topics, tags } of needs)
      facts.putNeed({
        id,
        reviewId: 'r',
        chapter: 'II',
        provision: '5',
        category: 'policymaking',
        subcategory: null,
        types: [],
        topics,
        tags,
      });
    facts.dropNeed('n3');
    const counted = needs.filter(({ id }) => id !== 'n3');
    for (const on of [day(0), day(2), day(4), day(9)]) {
      const read = facts.mapVocabulary(
        facts.vocabulary,
        {
          subcategory: (code) => code,
          topics: codeMapper(changes, 'topic', on),
          tags: codeMapper(changes, 'tag', on),
        },
        new Set(changes.flatMap((change) => [...change.needs.keys()])),
      );
      const found = count(read, {
        ...noFilter,
        cycle: 2,
        chapters: ['II'],
        cutoff: 20240101,
        sees: () => true,
      });
      const expected = (kind: 'topic' | 'tag') =>
        Object.fromEntries(
          codes.map((code) => [
            code,
            counted.filter((need) => byHand(need, kind, changes, on).has(code)).length,
          ]),
        );
      expect(
        Object.fromEntries(found.topics.map(({ topic, needs: n }) => [topic, n])),
        `seed ${seed}, ${on}`,
      ).toEqual(expected('topic'));
      expect(
        Object.fromEntries(found.tags.map(({ tag, needs: n }) => [tag, n])),
        `seed ${seed}, ${on}`,
      ).toEqual(expected('tag'));
    }
  }
});
