import 'server-only';
import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { change, need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { dateToNumber, today } from '#lib/text/dates';
import {
  changedNeeds,
  compare,
  type ChangedNeed,
  type Comparison,
} from '#lib/counting/comparisons/compare';
import {
  yearBefore,
  type ComparisonParameters,
} from '#lib/counting/comparisons/comparison-parameters';
import type { Facts } from '#lib/counting/facts/facts';
import { noFilter, type Filter } from '#lib/counting/filter/filter';
import { currentFacts, pastFacts } from '#lib/counting/facts/load';
import { countsFor, latestSeenRevision, seenRevisionAt } from '#lib/counting/facts/revisions';

export type ChangedNeedListed = ChangedNeed &
  Readonly<{
    reference: string | null;
    /** Whether the need counts now and so has a page to link to. */ counts: boolean;
  }>;
export type ComparisonResult = Comparison &
  Readonly<{
    /** The cut-off and revision of each side, as counted. */
    sides: readonly Readonly<{ cutoff: string; revision: number }>[];
    changed: readonly ChangedNeedListed[];
    /** The number of all changed needs; the list may be shorter. */
    changedInAll: number;
  }>;

const maximumListed = 200;

/** Returns the needs changed between two revisions. */
const needsChangedBetween = async (from: number, to: number): Promise<string[]> =>
  from === to
    ? []
    : (
        await read()
          .selectDistinct({ id: change.entityId })
          .from(change)
          .where(
            and(
              gt(change.seq, Math.min(from, to)),
              lte(change.seq, Math.max(from, to)),
              eq(change.entity, 'need'),
            ),
          )
      )
        .map(({ id }) => id)
        .sort();

/**
 * Compares two cut-offs, revisions or regions within the actor's scope, and lists the needs changed
 * between the revisions.
 */
export async function compareSides(
  actor: Actor,
  {
    cycle,
    chapters,
    cutoff,
    revision,
    since,
    sinceRevision,
    region,
    against,
  }: ComparisonParameters,
): Promise<ComparisonResult> {
  const day = today();
  const now = dateToNumber(day);
  const latest = await latestSeenRevision(actor);
  const from = seenRevisionAt(actor, sinceRevision ?? revision ?? latest);
  const to = seenRevisionAt(actor, revision ?? latest);
  const pastFirst = from === latest ? null : await pastFacts(from);
  const pastSecond = to === latest ? null : await pastFacts(to);
  const ids = await needsChangedBetween(from, to);
  // The current facts are loaded last: nothing is awaited between here and the end of counting.
  const current = await currentFacts();
  const isVisible = countsFor(actor, day);
  const second = pastSecond ?? current;
  const first = from === to ? second : (pastFirst ?? current);
  const until = cutoff ?? day;
  const before = since ?? (against || sinceRevision !== null ? until : yearBefore(until));
  const filterOf = (date: string, regions: Filter['regions']): Filter => ({
    ...noFilter,
    cycle,
    chapters,
    cutoff: Math.min(now, dateToNumber(date)),
    regions,
    sees: isVisible,
  });
  const ownRegions = region ? [region] : [];
  const present = seenRevisionAt(actor, current.revision);
  const revisionOf = (facts: Facts) => (facts === current ? present : facts.revision);
  const compared = compare(
    { facts: first, filter: filterOf(before, ownRegions) },
    { facts: second, filter: filterOf(until, against ? [against] : ownRegions) },
  );
  const visible = new Set(
    current.reviews
      .filter((review) => compared.both.has(review.id) && isVisible(review))
      .map(({ id }) => id),
  );
  const changed = changedNeeds(first, second, ids, visible);
  return {
    ...compared,
    before: { ...compared.before, revision: revisionOf(first) },
    after: { ...compared.after, revision: revisionOf(second) },
    sides: [
      { cutoff: before, revision: revisionOf(first) },
      { cutoff: until, revision: revisionOf(second) },
    ],
    changed: await toListedNeeds(changed.slice(0, maximumListed), current),
    changedInAll: changed.length,
  };
}

async function toListedNeeds(
  changed: readonly ChangedNeed[],
  current: Facts,
): Promise<ChangedNeedListed[]> {
  if (changed.length === 0) return [];
  const rows = await read()
    .select({ id: need.id, reference: need.reference })
    .from(need)
    .where(
      inArray(
        need.id,
        changed.map(({ id }) => id),
      ),
    );
  const references = new Map(rows.map(({ id, reference }) => [id, reference]));
  return changed
    .map((each) => ({
      ...each,
      reference: references.get(each.id) ?? null,
      counts: current.needAsTexts(each.id) !== undefined,
    }))
    .sort((a, b) => ((a.reference ?? '') < (b.reference ?? '') ? -1 : 1));
}
