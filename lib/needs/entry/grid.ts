import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { need as needTable, needVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, notFound, type FieldError, type Outcome } from '#lib/base/errors';
import { isRowChanged, contentOfRow, type GridRow } from '#lib/needs/model/grid-row';
import {
  changedContentFields,
  fieldsNotOpened,
  needsOfReview,
  changeRefusal,
  type NeedOfReview,
} from '#lib/needs/store/review-needs';
import { articlesOfKey } from '#lib/convention/provision';
import { vocabulary } from '#lib/needs/store/queries';
import { latestChange } from '#lib/needs/store/transition-steps';
import { mayEnter } from '#lib/needs/model/transitions';
import { vocabularyCodes, needDraft, type NeedContent } from '#lib/needs/model/schema';
import {
  contentColumns,
  contentFields,
  replaceArticles,
  writeVersion,
} from '#lib/needs/store/versions';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';

/**
 * The most rows of a page, and characters in their texts: a form of this size still goes through a
 * slow connection.
 */
const maximumRows = 20;
const maximumCharacters = 60_000;

export type GridPage = Readonly<{
  review: ReviewView;
  needs: readonly NeedOfReview[];
  all: ReadonlyMap<string, NeedOfReview>;
  page: number;
  pages: number;
}>;

/** Returns one page of the drafts and returned needs of a review that the actor may change. */
export async function gridPage(
  actor: Actor,
  { reviewId, page }: Readonly<{ reviewId: string; page: number }>,
): Promise<Outcome<GridPage>> {
  const review = await reviewById(actor, reviewId);
  if (!review) return notFound;
  if (!mayEnter(actor, review)) return forbidden('role');
  const all = await needsOfReview(actor, review);
  const pages: NeedOfReview[][] = [[]];
  let characters = 0;
  for (const need of all.filter((each) => changeRefusal(actor, review, each) === undefined)) {
    const length = need.content.text?.length ?? 0;
    const last = pages.at(-1)!;
    if (
      last.length === maximumRows ||
      (last.length > 0 && characters + length > maximumCharacters)
    ) {
      pages.push([need]);
      characters = length;
    } else {
      last.push(need);
      characters += length;
    }
  }
  const shownPage = Math.min(page, pages.length);
  return done({
    review,
    needs: pages[shownPage - 1]!,
    all: new Map(all.map((need) => [need.id, need])),
    page: shownPage,
    pages: pages.length,
  });
}

/** Returns the content of the version that the person saw. */
async function contentOfVersion(
  tx: Writer,
  need: NeedOfReview,
  version: number,
): Promise<NeedContent> {
  if (need.version === version) return need.content;
  const [row] = await tx
    .select()
    .from(needVersion)
    .where(and(eq(needVersion.needId, need.id), eq(needVersion.version, version)));
  return row ? { ...contentFields(row), articles: articlesOfKey(row.provision) } : need.content;
}

const conflictError = async (tx: Writer, { id }: NeedOfReview): Promise<FieldError> => ({
  field: `${id}.text`,
  message: 'rowMoved',
  values: await latestChange(tx, id),
});

type Change = Readonly<{ need: NeedOfReview; content: NeedContent }>;

/** The form field of the row's column that holds a field of the need. */
function columnOf(need: NeedOfReview, field: string): string {
  const columns: Readonly<Record<string, string>> = {
    category: 'coding',
    subcategory: 'coding',
    chapter: 'articles',
  };
  return `${need.id}.${columns[field] ?? field}`;
}

/** Parses a changed row: its content, where it is valid, and its faults. */
function parseRow(
  draft: ReturnType<typeof needDraft>,
  need: NeedOfReview,
  row: GridRow,
): Readonly<{ content?: NeedContent; faults: FieldError[] }> {
  const parsed = draft.safeParse(contentOfRow(need.content, row));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      field: columnOf(need, String(path[0])),
      message,
    }));
    return { faults };
  }
  const faults = fieldsNotOpened(need, changedContentFields(need.content, parsed.data)).map(
    (field) => ({
      field: columnOf(need, field),
      message: 'fieldNotOpened',
    }),
  );
  return { content: parsed.data, faults };
}

/** Saves the changed rows: all of them, or none if any is faulty. */
export async function saveGrid(
  actor: Actor,
  { reviewId, rows }: Readonly<{ reviewId: string; rows: readonly GridRow[] }>,
): Promise<Outcome<Readonly<{ saved: number }>>> {
  return runCommand(async (tx) => {
    const review = await reviewById(actor, reviewId, tx);
    if (!review) return notFound;
    if (!mayEnter(actor, review)) return forbidden('role');
    const needs = new Map((await needsOfReview(actor, review, tx)).map((need) => [need.id, need]));
    const draft = needDraft(vocabularyCodes(await vocabulary(actor, tx)));
    const faults: FieldError[] = [];
    const changes: Change[] = [];
    for (const row of rows) {
      const need = needs.get(row.id);
      if (!need) return notFound;
      const before = await contentOfVersion(tx, need, row.version);
      if (!isRowChanged(before, row)) continue;
      if (need.version !== row.version) {
        faults.push(await conflictError(tx, need));
        continue;
      }
      if (changeRefusal(actor, review, need)) {
        faults.push({ field: columnOf(need, 'text'), message: 'rowNotOpen' });
        continue;
      }
      const parsed = parseRow(draft, need, row);
      faults.push(...parsed.faults);
      if (parsed.content) changes.push({ need, content: parsed.content });
    }
    if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
    for (const change of changes)
      if (!(await writeChange(tx, actor, change)))
        return failed({ kind: 'invalid', errors: [await conflictError(tx, change.need)] });
    return done({ saved: changes.length });
  });
}

/** Writes the next version of a need; false when someone else changed it first. */
async function writeChange(tx: Writer, actor: Actor, { need, content }: Change): Promise<boolean> {
  const version = need.version + 1;
  const changedBy = actor.accountId!;
  const updated = await tx
    .update(needTable)
    .set({ ...contentColumns(content), version, changedBy, updatedAt: new Date().toISOString() })
    .where(
      and(
        eq(needTable.id, need.id),
        eq(needTable.version, need.version),
        eq(needTable.status, need.status),
      ),
    )
    .returning({ id: needTable.id });
  if (updated.length === 0) return false;
  await replaceArticles(tx, need.id, content.articles);
  await writeVersion(tx, {
    needId: need.id,
    version,
    verb: 'edit',
    status: need.status,
    content,
    actorId: changedBy,
  });
  return true;
}
