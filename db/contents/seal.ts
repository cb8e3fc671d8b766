import 'server-only';
import type { Writer } from '#db/client';
import { coveredTables } from '#db/contents/covered-tables';
import type { ContentEntry } from '#db/contents/digests';
import { addPendingChange, lockHeads } from '#db/contents/pending-changes';
import { digestOf, readRows } from '#db/contents/read-rows';

/** Adds a change of the register whose contents are the digests of all rows that are there. */
export async function sealRows(
  tx: Writer,
  verb: 'open' | 'seal',
  actorId: string,
  data: Record<string, unknown>,
) {
  await lockHeads(tx);
  const sealed: ContentEntry[] = [];
  for (const table of coveredTables) {
    for await (const rows of readRows(tx, table)) {
      for (const row of rows) {
        const { key, digest } = digestOf(table, row);
        sealed.push([table.name, key, digest]);
      }
    }
  }
  addPendingChange({
    actorId,
    verb,
    entity: 'register',
    entityId: '1',
    data: { ...data, rows: sealed.length },
    sealed,
  });
}
