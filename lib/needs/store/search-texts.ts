import 'server-only';
import { and, asc, gt, isNull } from 'drizzle-orm';
import { transaction } from '#db/client';
import { need, needVersion } from '#db/schema';
import { updateRows } from '#db/bulk-rows';
import { searchText } from '#lib/needs/store/versions';

const rowsAtATime = 500;

/**
 * Fills the search texts of rows stored by releases without search, some hundred rows a
 * transaction, so that others can write in between.
 */
async function fillTable(table: typeof need | typeof needVersion): Promise<number> {
  let filled = 0;
  for (let lastId = '', hasMore = true; hasMore;) {
    await transaction(async (tx) => {
      const rows = await tx
        .select({ id: table.id, text: table.text, quote: table.quote })
        .from(table)
        .where(and(isNull(table.searchText), gt(table.id, lastId)))
        .orderBy(asc(table.id))
        .limit(rowsAtATime);
      await updateRows(
        tx,
        table,
        rows.map((row) => ({ id: row.id, searchText: searchText(row) })),
      );
      filled += rows.length;
      lastId = rows.at(-1)?.id ?? lastId;
      hasMore = rows.length === rowsAtATime;
    });
  }
  return filled;
}

/**
 * Makes every need searchable and returns how many texts were missing. A register that was opened
 * before has none.
 */
export const fillSearchTexts = async (): Promise<number> =>
  (await fillTable(need)) + (await fillTable(needVersion));
