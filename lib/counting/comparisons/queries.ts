import 'server-only';
import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { change, need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { dateNumber, today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import {
  changedNeeds,
  compare,
  type ChangedNeed,
  type Comparison,
} from '#lib/counting/summaries/compare';
import { yearBefore, type ComparisonAsked } from '#lib/counting/summaries/compare-asked';
import type { Facts } from '#lib/counting/summaries/facts';
import { noFilter, type Filter } from '#lib/counting/summaries/filter';
import { currentFacts, pastFacts } from '#lib/counting/summaries/load';
import { seesReview } from '#lib/counting/summaries/scope';

export type NeedListed = ChangedNeed &
  Readonly<{
    reference: string | null;
    /** Whether it counts now, so that there is a page to lead to. */ counts: boolean;
  }>;
export type Compared = Comparison &
  Readonly<{
    /** How the sides are told apart: dates and revisions as they were counted. */
    sides: readonly Readonly<{ cutoff: string; revision: number }>[];
    changed: readonly NeedListed[];
    /** How many there are in all; the list may be shorter. */
    changedInAll: number;
  }>;

const mostListed = 200;

/** The needs that any change between two revisions was about. */
const touched = async (from: number, to: number): Promise<string[]> =>
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
 * Two cut-offs, two revisions or two regions, as far as the actor sees them at each; and which
 * needs the revision is about.
 */
export async function comparison(
  actor: Actor,
  { cycle, chapters, cutoff, revision, since, sinceRevision, region, against }: ComparisonAsked,
): Promise<Compared> {
  const day = today();
  const now = dateNumber(day);
  const sees = seesReview(actor, now, environment().open);
  const latest = (await currentFacts()).revision;
  const from = sinceRevision ?? revision ?? latest;
  const to = revision ?? latest;
  const past = from === latest ? null : await pastFacts(from);
  const pastSecond = to === latest ? null : await pastFacts(to);
  const ids = await touched(from, to);
  // The present facts come last: from here on nothing is awaited until all is counted.
  const current = await currentFacts();
  const second = pastSecond ?? current;
  const first = from === to ? second : (past ?? current);
  const until = cutoff ?? day;
  const before = since ?? (against || sinceRevision !== null ? until : yearBefore(until));
  const filterOf = (date: string, regions: Filter['regions']): Filter => ({
    ...noFilter,
    cycle,
    chapters,
    cutoff: Math.min(now, dateNumber(date)),
    regions,
    sees,
  });
  const own = region ? [region] : [];
  const found = compare(
    { facts: first, filter: filterOf(before, own) },
    { facts: second, filter: filterOf(until, against ? [against] : own) },
  );
  const visible = new Set(
    current.reviews
      .filter((review) => found.both.has(review.id) && sees(review))
      .map(({ id }) => id),
  );
  const changed = changedNeeds(first, second, ids, visible);
  return {
    ...found,
    sides: [
      { cutoff: before, revision: first.revision },
      { cutoff: until, revision: second.revision },
    ],
    changed: await listed(changed.slice(0, mostListed), current),
    changedInAll: changed.length,
  };
}

async function listed(changed: readonly ChangedNeed[], current: Facts): Promise<NeedListed[]> {
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
      counts: current.wordsOf(each.id) !== undefined,
    }))
    .sort((a, b) => ((a.reference ?? '') < (b.reference ?? '') ? -1 : 1));
}
