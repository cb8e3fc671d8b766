import { countedNeedsCondition } from '#lib/counting/drill-down/counted-needs-sql';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { engine } from '#db/engine';
import { need, needVersion, register, review, reviewVersion } from '#db/schema';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import { globalSingleton } from '#lib/base/global-singleton';
import { pageSearchParams } from '#lib/counting/filter/page-query';
import { parsePageRequest } from '#lib/counting/summaries/page-queries';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { queryOf, questions, registers, store } from '#tests/support/random/registers';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { lengthOfList, openedNumbers, summaryPage } from '../support/counting/summary-pages';
import { dropGuards, unrecorded } from '#tests/support/databases/unrecorded';

const registersToTry = engine === 'sqlite' ? counts(12, 200) : counts(6, 50);

beforeAll(() => freshRegister());

/** The working rows say the same as the versions that count now, as after real writes. */
async function settled() {
  await dropGuards();
  await unrecorded(async (tx) => {
    const current = (column: PgColumn) =>
      sql`(select ${column} from ${reviewVersion} where ${reviewVersion.reviewId} = ${sql.raw('review.id')} and ${reviewVersion.toSeq} is null)`;
    await tx.update(review).set({
      completedOn: current(reviewVersion.completedOn),
      publishedOn: current(reviewVersion.publishedOn),
    });
    const counted = sql`(select ${needVersion.version} from ${needVersion} where ${needVersion.needId} = ${sql.raw('need.id')} and ${needVersion.countedFromSeq} is not null and ${needVersion.countedToSeq} is null)`;
    await tx.update(need).set({
      reference: sql`${need.id}`,
      countedAt: sql`${need.updatedAt}`,
      countedVersion: counted,
    });
    await tx.update(register).set({ revision: 1000 });
  });
  globalSingleton<{ facts: unknown }>('facts', () => ({ facts: null })).facts = null;
}

/** What the SQL twin of the filter finds for the address of a list. */
async function countedBySql(reader: Actor, href: string) {
  const query = new URL(href, 'http://register.test').searchParams;
  const { parameters: asked } = await parsePageRequest(
    reader,
    pageSearchParams(Object.fromEntries(query)),
    {},
  );
  return totalOfNeeds(reader, {
    list: 'approved',
    filter: { counted: countedNeedsCondition(asked) },
  });
}

const numberOf = (shown: string) => Number(shown.replaceAll(',', ''));

it(
  'every number of the overview, and of another page, opens onto a list of exactly that length, for any register and reader',
  { timeout: campaign ? 10_800_000 : 600_000 },
  async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(
        registers,
        questions,
        fc.nat({ max: 3 }),
        fc.constantFrom('none', 'none', 'article', 'type', 'tag', 'topic', 'region', 'category'),
        fc.constantFrom(
          'regions',
          'articles',
          'categories',
          'matrices',
          'chapters',
          'trends',
          'types',
          'cross-cutting',
          'regions/AFR',
          'articles/5',
          'categories/capacity-building',
        ),
        async (random, asked, who, narrowing, other) => {
          await turn();
          const {
            stateIds: [stateId = ''],
            reviewIds: [reviewId = ''],
          } = await store(random);
          await settled();
          const reader = [
            publicActor,
            actor({ ...publicActor, role: 'manager' }),
            actor({ ...publicActor, role: 'focal-point', stateId }),
            actor({ ...publicActor, role: 'reviewer', reviewIds: [reviewId] }),
          ][who]!;
          const { [narrowing]: value } = queryOf(asked);
          const known = new Map<string, number>();
          for (const [path, chapter] of [
            ['', 'II,V'],
            ['', 'III,IV'],
            [other, 'II'],
          ] as const) {
            // A filter of another chapter is none of this one, and the page says so.
            const query = `chapter=${chapter}${value && narrowing !== 'article' ? `&${narrowing}=${value}` : narrowing === 'article' ? `&article=${chapter === 'III,IV' ? '15,43' : '5,6,general'}` : ''}`;
            const { html, status } = await summaryPage(
              reader,
              `/en/summaries${path && '/'}${path}?${path.startsWith('regions') && narrowing === 'region' ? `chapter=${chapter}` : query}`,
            );
            expect(status, query).toBe(200);
            for (const { href, shown } of openedNumbers(html).filter(
              (opened) => !opened.shown.includes('%'),
            )) {
              if (!known.has(href)) {
                known.set(href, await lengthOfList(reader, href));
                // Longer lists are found by the same conditions in SQL.
                if (href.includes('/needs?'))
                  expect(await countedBySql(reader, href), `by SQL, ${href}`).toBe(known.get(href));
              }
              expect(known.get(href), `${href} from ${query}`).toBe(numberOf(shown));
            }
          }
          followed += known.size;
        },
      ),
      { numRuns: registersToTry, seed },
    );
    expect(followed).toBeGreaterThan(registersToTry);
    record('numbers that open', { seed, registers: registersToTry, lists: followed });
  },
);
