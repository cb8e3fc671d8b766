import 'server-only';
import { and, asc, gt, isNull } from 'drizzle-orm';
import { transaction } from '#db/client';
import { need, needVersion } from '#db/schema';
import { updateRows } from '#db/bulk-rows';
import { searchText } from '#lib/needs/store/versions';

const chunk = 500;

/**
 * Fills the search texts of rows stored by releases without search, some hundred rows a
 * transaction, so that others can write in between.
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
 * Makes every need searchable and returns how many texts were missing. A register that was opened
 * before has none.
 */
export const foldSearchTexts = async (): Promise<number> =>
  (await foldOf(need)) + (await foldOf(needVersion));
