import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import {
  assistance,
  assistanceAbout,
  assistanceState,
  assistanceVersion,
} from '#db/schema/assistance';
import { match, matchStep } from '#db/schema/matches';
import { type Activity } from '#lib/assistance/activities/vocabulary';
import { activityStatuses } from '#lib/needs/fulfilment/vocabulary';
import {
  degrees,
  matchVerbs,
  type MatchState,
  type MatchVerb,
} from '#lib/needs/fulfilment/vocabulary';

const at = '2024-01-01T00:00:00.000Z';

/**
 * Activities that change their status, and matches with any course of steps, each at a revision;
 * `last` is the register's last.
 */
export const randomMatches = (last: number) =>
  fc.record({
    activities: fc.array(
      fc.array(
        fc.record({
          status: fc.constantFrom(...activityStatuses),
          from: fc.integer({ min: 1, max: last }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      { maxLength: 4 },
    ),
    matches: fc.array(
      fc.record({
        need: fc.nat(),
        activity: fc.nat(),
        at: fc.integer({ min: 1, max: last }),
        degree: fc.constantFrom(...degrees),
        steps: fc.array(
          fc.record({
            verb: fc.oneof(
              fc.constantFrom(...matchVerbs),
              fc.constantFrom('accept' as const, 'confirm' as const),
            ),
            degree: fc.constantFrom(...degrees),
            after: fc.nat({ max: 3 }),
          }),
          { maxLength: 6 },
        ),
      }),
      { maxLength: 20 },
    ),
  });
export type RandomMatches =
  ReturnType<typeof randomMatches> extends fc.Arbitrary<infer T> ? T : never;

const content = (status: Activity['status']): Activity => ({
  theme: 'sport',
  kind: 'training',
  title: 'Says "status":"completed" in its title',
  description: null,
  language: 'en',
  organisationId: null,
  partners: [],
  states: [],
  regions: [],
  areas: [],
  articles: [],
  categories: [],
  topics: [],
  from: null,
  until: null,
  period: null,
  status,
  delivery: null,
  targetGroups: [],
  gender: 'none',
  numbers: [],
  beneficiaries: null,
  resolutions: [],
  iati: null,
  documents: [],
  funding: 'none',
});

const stateAfter: Readonly<Partial<Record<MatchVerb, MatchState>>> = {
  propose: 'proposed',
  reopen: 'proposed',
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'withdrawn',
};

export async function dropMatches(tx: Writer) {
  for (const table of [
    matchStep,
    match,
    assistanceState,
    assistanceAbout,
    assistanceVersion,
    assistance,
  ])
    await tx.delete(table).where(sql`true`);
}

/** Stores them for these needs; the row of a match is what its steps made of it. */
export async function storeMatches(
  tx: Writer,
  { activities, matches }: RandomMatches,
  needs: readonly string[],
  by: string,
) {
  if (activities.length === 0) return;
  const versions = activities.map((own) =>
    own
      .toSorted((a, b) => a.from - b.from)
      .filter((one, i, all) => i === 0 || one.from > all[i - 1]!.from),
  );
  await tx.insert(assistance).values(
    versions.map((own, i) => ({
      id: `activity-${i}`,
      reference: `TA-${i}`,
      theme: 'sport' as const,
      kind: 'training' as const,
      status: own.at(-1)!.status,
      title: 'Training',
      language: 'en' as const,
      searchText: '',
      version: own.length,
      createdBy: by,
      changedBy: by,
      createdAt: at,
      updatedAt: at,
    })),
  );
  await tx.insert(assistanceVersion).values(
    versions.flatMap((own, i) =>
      own.map(({ status, from }, v) => ({
        id: `activity-${i}-${v}`,
        assistanceId: `activity-${i}`,
        version: v + 1,
        content: content(status),
        verb: 'enter' as const,
        actorId: by,
        at,
        fromSeq: from,
        toSeq: own[v + 1]?.from ?? null,
      })),
    ),
  );
  const pairs = new Set<string>();
  for (const [i, { need, activity, at: first, degree, steps }] of matches.entries()) {
    const [needId, assistanceId] = [
      needs[need % needs.length],
      `activity-${activity % activities.length}`,
    ];
    if (needId === undefined || pairs.has(`${needId} ${assistanceId}`)) continue;
    pairs.add(`${needId} ${assistanceId}`);
    let seq = first;
    const course = [
      { verb: 'propose' as MatchVerb, degree, seq },
      ...steps.map((step) => ({ ...step, seq: (seq += step.after) })),
    ];
    const moved = course.findLast(({ verb }) => stateAfter[verb] !== undefined)!;
    const said = course.findLast(({ verb }) =>
      ['propose', 'reopen', 'dispute', 'confirm'].includes(verb),
    )!.verb;
    await tx.insert(match).values({
      id: `match-${i}`,
      assistanceId,
      needId,
      degree: course.at(-1)!.degree,
      state: stateAfter[moved.verb]!,
      confirmation: said === 'dispute' ? 'disputed' : said === 'confirm' ? 'confirmed' : 'none',
      proposedByKind: 'manager',
      proposedBy: by,
      grounds: [],
      version: course.length,
      createdAt: at,
      updatedAt: at,
    });
    await tx.insert(matchStep).values(
      course.map((step, n) => ({
        id: `match-${i}-${n}`,
        matchId: `match-${i}`,
        number: n + 1,
        verb: step.verb,
        degree: step.degree,
        actorId: by,
        at,
        seq: step.seq,
      })),
    );
  }
}
