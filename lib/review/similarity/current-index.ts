import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { change, need, needVersion } from '#db/schema';
import { SimilarityIndex } from '#lib/review/similarity/similarity-index';
import { createPause } from '#lib/base/pause';
import { globalSingleton } from '#lib/base/global-singleton';
import { currentRevision } from '#lib/counting/facts/load';

/** Of each review, only the most recently approved texts are compared. */
const maxTexts = 1000;
const pageSize = 500;

const countedAt = (revision: number, condition?: SQL) =>
  and(
    isNotNull(needVersion.text),
    isNotNull(needVersion.countedFromSeq),
    lte(needVersion.countedFromSeq, revision),
    or(isNull(needVersion.countedToSeq), gt(needVersion.countedToSeq, revision)),
    condition,
  );

const selectTexts = (where: SQL | undefined) =>
  read()
    .select({
      id: needVersion.needId,
      reviewId: need.reviewId,
      language: needVersion.language,
      text: needVersion.text,
      since: needVersion.countedFromSeq,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .where(where);

/** Adds texts, a few at a time, so that other requests are served in between. */
async function addTexts(index: SimilarityIndex, rows: Awaited<ReturnType<typeof selectTexts>>) {
  const pause = createPause();
  for (const { id, text, since, ...row } of rows) {
    if (!index.hasSince(id, since!)) index.put(id, text ?? '', row, since!);
    if (pause.isDue()) await pause.rest();
  }
}

/**
 * Builds the index of all texts that count at a revision, page by page, so that other requests are
 * served in between.
 */
async function buildIndex(revision: number): Promise<SimilarityIndex> {
  const index = new SimilarityIndex(maxTexts);
  for (let since = 0, id = ''; ;) {
    const after = or(
      gt(needVersion.countedFromSeq, since),
      and(eq(needVersion.countedFromSeq, since), gt(needVersion.needId, id)),
    );
    const rows = await selectTexts(countedAt(revision, after))
      .orderBy(asc(needVersion.countedFromSeq), asc(needVersion.needId))
      .limit(pageSize);
    await addTexts(index, rows);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) break;
    [since, id] = [last.since!, last.id];
  }
  index.revision = revision;
  return index;
}

/** Updates the index to a revision by the changes since its own. */
async function updateIndex(index: SimilarityIndex, revision: number) {
  const changed = await read()
    .selectDistinct({ id: change.entityId })
    .from(change)
    .where(
      and(gt(change.seq, index.revision), lte(change.seq, revision), eq(change.entity, 'need')),
    );
  for (let at = 0; at < changed.length; at += pageSize / 2) {
    const ids = changed.slice(at, at + pageSize / 2).map(({ id }) => id);
    const rows = await selectTexts(countedAt(revision, inArray(needVersion.needId, ids)));
    const counted = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!counted.has(id)) index.drop(id);
    await addTexts(index, rows);
  }
  index.revision = revision;
}

type IndexState = { index: SimilarityIndex | null; refresh: Promise<SimilarityIndex> | null };

async function refreshIndex(state: IndexState): Promise<SimilarityIndex> {
  const revision = await currentRevision();
  if (!state.index) state.index = await buildIndex(revision);
  else if (state.index.revision < revision) await updateIndex(state.index, revision);
  return state.index;
}

/**
 * The index of the needs that count now, whichever process made the last change. Built at the first
 * call.
 */
export async function currentSimilarityIndex(): Promise<SimilarityIndex> {
  const state = globalSingleton<IndexState>('alike-texts', () => ({ index: null, refresh: null }));
  while (state.refresh) await state.refresh.catch(() => undefined);
  state.refresh = refreshIndex(state).finally(() => {
    state.refresh = null;
  });
  return state.refresh;
}
