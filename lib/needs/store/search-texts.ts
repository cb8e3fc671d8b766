import 'server-only';
import { asc, count, gt, inArray, isNotNull } from 'drizzle-orm';
import { read, type Writer } from '#db/client';
import { need, needVersion } from '#db/schema';
import { updateRows } from '#db/bulk-rows';
import { foldStoredTexts } from '#lib/text/folded-texts';
import { refKey } from '#lib/needs/model/source-ref';
import { searchText } from '#lib/needs/store/versions';

const rowsAtATime = 500;
const lastIdOf = (rows: readonly Readonly<{ id: string }>[]): string | null =>
  rows.length === rowsAtATime ? rows.at(-1)!.id : null;

/** Folds the next search texts and refs of working needs. */
async function foldNeeds(tx: Writer, afterId: string) {
  const rows = await tx
    .select({
      id: need.id,
      text: need.text,
      quote: need.quote,
      searchText: need.searchText,
      sourceRef: need.sourceRef,
      sourceRefFolded: need.sourceRefFolded,
    })
    .from(need)
    .where(gt(need.id, afterId))
    .orderBy(asc(need.id))
    .limit(rowsAtATime);
  const changes = rows
    .map((row) => ({
      id: row.id,
      searchText: searchText(row),
      sourceRefFolded: row.sourceRef === null ? null : refKey(row.sourceRef),
    }))
    .filter(
      (each, i) =>
        each.searchText !== rows[i]!.searchText ||
        each.sourceRefFolded !== rows[i]!.sourceRefFolded,
    );
  await updateRows(tx, need, changes);
  return { changed: changes.length, lastId: lastIdOf(rows) };
}

/** Folds the next search texts of versions of needs. */
async function foldVersions(tx: Writer, afterId: string) {
  const rows = await tx
    .select({
      id: needVersion.id,
      text: needVersion.text,
      quote: needVersion.quote,
      searchText: needVersion.searchText,
    })
    .from(needVersion)
    .where(gt(needVersion.id, afterId))
    .orderBy(asc(needVersion.id))
    .limit(rowsAtATime);
  const changes = rows
    .map((row) => ({ id: row.id, searchText: searchText(row) }))
    .filter((each, i) => each.searchText !== rows[i]!.searchText);
  await updateRows(tx, needVersion, changes);
  return { changed: changes.length, lastId: lastIdOf(rows) };
}

/**
 * Makes every need searchable by the current folding, and returns how many texts were changed: none
 * in a register that this release has opened before.
 */
export const fillSearchTexts = async (): Promise<number> =>
  (await foldStoredTexts({ kind: 'need', foldBatch: foldNeeds })) +
  (await foldStoredTexts({ kind: 'need_version', foldBatch: foldVersions }));

/** Returns the refs that were stored apart and are alike by the current folding, group by group. */
export async function alikeRefs(): Promise<readonly (readonly string[])[]> {
  const repeated = read()
    .select({ key: need.sourceRefFolded })
    .from(need)
    .where(isNotNull(need.sourceRefFolded))
    .groupBy(need.sourceRefFolded)
    .having(gt(count(), 1));
  const rows = await read()
    .select({ key: need.sourceRefFolded, ref: need.sourceRef })
    .from(need)
    .where(inArray(need.sourceRefFolded, repeated))
    .orderBy(asc(need.sourceRefFolded), asc(need.id));
  return [...Map.groupBy(rows, ({ key }) => key).values()].map((group) =>
    group.map(({ ref }) => ref!).toSorted(),
  );
}
