import 'server-only';
import { asc, eq, gt } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { organisation } from '#db/schema';
import { foldStoredTexts } from '#lib/text/folded-texts';
import { foldText } from '#lib/text/folding';

const rowsAtATime = 200;

/** Folds the next names. A name whose key another organisation has keeps its own, and stays apart. */
async function foldNames(tx: Writer, afterId: string) {
  const rows = await tx
    .select()
    .from(organisation)
    .where(gt(organisation.id, afterId))
    .orderBy(asc(organisation.id))
    .limit(rowsAtATime);
  let changed = 0;
  for (const { id, name, nameFolded: before } of rows) {
    const nameFolded = foldText(name);
    if (nameFolded === before) continue;
    const [other] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.nameFolded, nameFolded));
    if (other) continue;
    await tx.update(organisation).set({ nameFolded }).where(eq(organisation.id, id));
    changed += 1;
  }
  return { changed, lastId: rows.length === rowsAtATime ? rows.at(-1)!.id : null };
}

/** Folds the names of organisations by the current folding, and returns how many were changed. */
export const foldOrganisationNames = (): Promise<number> =>
  foldStoredTexts({ kind: 'organisation', foldBatch: foldNames });
