import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { count } from '#lib/counting/count/count';
import type { Facts } from '#lib/counting/facts/facts';
import { noFilter } from '#lib/counting/filter/filter';
import { currentFacts, loadFacts, pastFacts } from '#lib/counting/facts/load';
import { revision } from '#tests/support/databases/log-rows';
import { campaign, counts, record } from '#tests/support/run/campaign';
import { randomNumbers } from '#tests/support/random/numbers';
import { plainRegister, randomWrites } from '#tests/support/random/writes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';

const writesInAll = counts(400, 1_000_000);
/**
 * So many are looked at after each few writes, the rest after each few thousand: drift would not go
 * away again.
 */
const closely = 10_000;

beforeAll(() => freshRegister());

const wordsOf = (facts: Facts) => ({
  revision: facts.revision,
  size: facts.size,
  vocabulary: facts.vocabulary,
  needs: [...facts.needsAsTexts()],
  reviews: facts.reviews.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
/**
 * Everything that can be asked of chapter II, by the secretariat and by the public, to the byte.
 */
const countedIn = (facts: Facts) =>
  JSON.stringify(
    [false, true].map((open) =>
      count(facts, {
        ...noFilter,
        cycle: 2,
        chapters: ['II'],
        cutoff: 20991231,
        sees: ({ publishedOn }) => !open || publishedOn > 0,
      }),
    ),
  );

it(
  `after ${writesInAll} random writes the facts kept up to date are those read anew, and a past revision is what it was`,
  { timeout: campaign ? 7_200_000 : 600_000 },
  async () => {
    const [account] = await rows<{ id: string }>('select id from account order by id');
    const next = randomNumbers(4711);
    await plainRegister(account!.id);
    const write = randomWrites(account!.id, next);
    const seen: { at: number; counted: string }[] = [];
    for (let done = 0; done < writesInAll;) {
      await turn();
      for (let some = done < closely ? 1 + next(5) : 1000 + next(2000); some > 0; some -= 1)
        done += await write();
      const [kept, again] = await Promise.all([currentFacts(), currentFacts()]);
      expect(kept).toBe(again);
      const rebuilt = await loadFacts(await revision());
      expect(wordsOf(kept)).toEqual(wordsOf(rebuilt));
      const counted = countedIn(kept);
      expect(counted).toBe(countedIn(rebuilt));
      if (next(10) === 0) seen.push({ at: kept.revision, counted });
    }
    record('random writes, the facts against a rebuild', {
      counts: writesInAll,
      'past revisions': seen.length,
    });
    expect((await currentFacts()).size).toBeGreaterThan(50);
    expect(seen.length).toBeGreaterThan(3);
    for (const { at, counted } of seen)
      expect(countedIn(await pastFacts(at)), `revision ${at}`).toBe(counted);
  },
);
