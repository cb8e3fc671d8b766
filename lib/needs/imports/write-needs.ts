import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { need, needArticle, review } from '#db/schema';
import { Refusal } from '#lib/base/errors';
import { insertRows, updateRows } from '#db/bulk-rows';
import { reviewKey, type KnownReview } from '#lib/needs/imports/known';
import { contentColumnOf, type NeedRow } from '#lib/needs/imports/need-row';
import type { ImportedNeed } from '#lib/needs/imports/queries';
import type { Target } from '#lib/needs/imports/vocabulary';
import type { Writing } from '#lib/needs/imports/writing';
import { referenceOf } from '#lib/needs/model/reference';
import type { NeedContent } from '#lib/needs/model/schema';
import { contentColumns, writeVersions, type Written } from '#lib/needs/store/versions';

/** How a need that is imported for the first time came about. */
const entryVerbs = {
  draft: 'enter',
  submitted: 'submit',
  approved: 'approve',
} as const satisfies Record<Target, string>;

/** What the file says, with what the register holds where the file has no such column. */
function merged(
  content: NeedContent,
  before: NeedContent,
  columns: ReadonlyMap<string, number>,
): NeedContent {
  const { targetGroups, text, language, quote } = contentColumnOf;
  const has = (column: string) => columns.has(column);
  return {
    ...content,
    paragraph: before.paragraph,
    page: before.page,
    targetGroups: has(targetGroups) ? content.targetGroups : before.targetGroups,
    text: has(text) ? content.text : before.text,
    language: has(language) ? content.language : before.language,
    quote: has(quote) ? content.quote : before.quote,
  };
}

/** The order of codes in a list says nothing, and follows the vocabulary of its day. */
const comparable = (content: NeedContent) =>
  JSON.stringify([
    ...Object.values(contentColumns(content)).map((value) =>
      Array.isArray(value) ? value.toSorted() : value,
    ),
    content.articles,
  ]);

function nextReference(review: KnownReview, { state, cycle }: NeedRow): string {
  review.numbered += 1;
  review.moved = true;
  return referenceOf(state, cycle, review.numbered);
}

/**
 * Enters the needs of these rows, or writes a new version of those that the register has and that
 * differ.
 */
export async function writeNeeds(
  writing: Writing,
  rows: readonly NeedRow[],
  known: ReadonlyMap<string, ImportedNeed>,
  columns: ReadonlyMap<string, number>,
) {
  const { tx, actorId, target, log, tally } = writing;
  const entered: (typeof need.$inferInsert)[] = [];
  const changed: (Partial<typeof need.$inferInsert> & { id: string })[] = [];
  const articles: (typeof needArticle.$inferInsert)[] = [];
  const versions: Written[] = [];
  for (const row of rows) {
    const before = known.get(row.ref);
    const content = before ? merged(row.content, before.content, columns) : row.content;
    if (before && before.status === target && comparable(content) === comparable(before.content)) {
      tally.needs.unchanged += 1;
      continue;
    }
    const home = writing.known.reviews.get(reviewKey(row.state, row.cycle))!;
    if (home.closed) throw new Refusal({ kind: 'conflict', why: 'closed' });
    const id = before?.id ?? randomUUID();
    const version = (before?.version ?? 0) + 1;
    const verb = before ? 'edit' : entryVerbs[target];
    const at = new Date().toISOString();
    const reference = before?.reference ?? (target === 'draft' ? null : nextReference(home, row));
    const counting = target === 'approved' ? { countedVersion: version, countedAt: at } : {};
    const standing = {
      id,
      reference,
      status: target,
      version,
      ...counting,
      ...contentColumns(content),
      changedBy: actorId,
      updatedAt: at,
    };
    if (before) changed.push(standing);
    else
      entered.push({
        ...standing,
        reviewId: home.id!,
        sourceRef: row.ref,
        enteredBy: actorId,
        createdAt: at,
      });
    articles.push(...content.articles.map((article) => ({ needId: id, article })));
    versions.push({
      needId: id,
      version,
      verb,
      status: target,
      content,
      actorId,
      counts: target === 'approved',
    });
    tally.needs[before ? 'changed' : 'added'] += 1;
  }
  const changedIds = changed.map(({ id }) => id);
  await insertRows(tx, need, entered);
  await updateRows(tx, need, changed);
  if (changedIds.length > 0)
    await tx.delete(needArticle).where(inArray(needArticle.needId, changedIds));
  await insertRows(tx, needArticle, articles);
  await writeVersions(tx, log, versions);
  await log.flush();
}

/** Stores the last number that each review has given. */
export const writeNumbers = ({ tx, known }: Writing) =>
  updateRows(
    tx,
    review,
    [...known.reviews.values()]
      .filter(({ moved }) => moved)
      .map(({ id, numbered }) => ({ id: id!, numbered })),
  );
