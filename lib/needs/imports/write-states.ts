import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import { review, reviewVersion, state } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { insertRows, updateRows } from '#db/bulk-rows';
import { reviewKey, type Known } from '#lib/needs/imports/known';
import type { StateRow } from '#lib/needs/imports/state-row';
import type { Writing } from '#lib/needs/imports/writing';
import type { ReviewVerb } from '#lib/needs/reviews/vocabulary';

/** The State of a row, made at its first review. */
function stateFor(
  { states }: Known,
  { code, region }: StateRow,
  made: (typeof state.$inferInsert)[],
): string {
  const known = states.get(code)?.id;
  if (known) return known;
  const id = randomUUID();
  made.push({ id, code, region });
  states.set(code, { id, region });
  return id;
}

/**
 * Ends the version before each that has just been written. The latest one has no later one, and
 * stays open.
 */
const endVersions = ({ tx }: Writing, reviewIds: readonly string[]) =>
  tx
    .update(reviewVersion)
    .set({
      toSeq: sql`(select later.from_seq from ${reviewVersion} as later where later.review_id = ${reviewVersion}.review_id and later.version = ${reviewVersion}.version + 1)`,
    })
    .where(and(inArray(reviewVersion.reviewId, [...reviewIds]), isNull(reviewVersion.toSeq)));

/**
 * Makes the reviews of these rows, with their States, and sets the dates of those that are there.
 */
export async function writeStates(writing: Writing, rows: readonly StateRow[]) {
  const { tx, actorId, known, log, tally } = writing;
  const states: (typeof state.$inferInsert)[] = [];
  const reviews: (typeof review.$inferInsert)[] = [];
  const redated: (Partial<typeof review.$inferInsert> & { id: string })[] = [];
  const versions: (typeof reviewVersion.$inferInsert)[] = [];
  for (const row of rows) {
    const stateId = stateFor(known, row, states);
    const before = known.reviews.get(reviewKey(row.code, row.cycle))!;
    const { completedOn, publishedOn } = row.dates;
    if (before.id && before.completedOn === completedOn && before.publishedOn === publishedOn) {
      tally.states.unchanged += 1;
      continue;
    }
    if (before.closed) throw new Refusal({ kind: 'conflict', why: 'closed' });
    const verb: ReviewVerb = !before.id
      ? 'create'
      : before.completedOn === completedOn
        ? 'publish'
        : 'set-completion';
    const id = before.id ?? randomUUID();
    const version = before.version + 1;
    const dated = { symbol: before.symbol, completedOn, publishedOn };
    const at = new Date().toISOString();
    const seq = log.add(verb, 'review', id, { version, ...dated });
    if (before.id) redated.push({ id, version, completedOn, publishedOn });
    else
      reviews.push({
        id,
        stateId,
        cycle: row.cycle,
        numbered: 0,
        version,
        ...dated,
        createdAt: at,
      });
    versions.push({
      id: randomUUID(),
      reviewId: id,
      version,
      region: row.region,
      ...dated,
      verb,
      actorId,
      at,
      fromSeq: seq,
    });
    known.reviews.set(reviewKey(row.code, row.cycle), {
      ...before,
      id,
      version,
      completedOn,
      publishedOn,
    });
    tally.states[before.id ? 'changed' : 'added'] += 1;
  }
  await insertRows(tx, state, states);
  await insertRows(tx, review, reviews);
  await updateRows(tx, review, redated);
  await insertRows(tx, reviewVersion, versions);
  if (redated.length > 0)
    await endVersions(
      writing,
      redated.map(({ id }) => id),
    );
  await log.flush();
}
