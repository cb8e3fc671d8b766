import 'server-only';
import { and, asc, gt, isNull } from 'drizzle-orm';
import { transaction } from '#db/client';
import { need, needVersion } from '#db/schema';
import { updateRows } from '#db/bulk-rows';
import { searchText } from '#lib/needs/store/versions';

const chunk = 500;

/**
 * Folds the texts that a release without search has stored, some hundreds a transaction, so that
 * others write in between.
 */
async function foldOf(table: typeof need | typeof needVersion): Promise<number> {
  let folding = 0;
  for (let last = '', more = true; more;) {
    await transaction(async (tx) => {
      const rows = await tx
        .select({ id: table.id, text: table.text, quote: table.quote })
        .from(table)
        .where(and(isNull(table.searchText), gt(table.id, last)))
        .orderBy(asc(table.id))
        .limit(chunk);
      await updateRows(
        tx,
        table,
        rows.map((row) => ({ id: row.id, searchText: searchText(row) })),
      );
      folding += rows.length;
      last = rows.at(-1)?.id ?? last;
      more = rows.length === chunk;
    });
  }
  return folding;
}

/**
 * Makes every need searchable; returns how many texts were not yet. Finds nothing to do in a
 * register that has been opened before.
 */
export const foldSearchTexts = async (): Promise<number> =>
  (await foldOf(need)) + (await foldOf(needVersion));
