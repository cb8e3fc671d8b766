import 'server-only';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { updateRows } from '#db/bulk-rows';
import type { Writer } from '#db/client';
import { organisation } from '#db/schema';
import { assistance, assistanceVersion, hub } from '#db/schema/assistance';
import { activitySearchText } from '#lib/assistance/activities/search-text';
import { foldStoredTexts } from '#lib/text/folded-texts';
import { foldText } from '#lib/text/folding';

const rowsAtATime = 200;
const lastIdOf = (rows: readonly Readonly<{ id: string }>[]): string | null =>
  rows.length === rowsAtATime ? rows.at(-1)!.id : null;

/** Folds the next search texts of activities, from their versions in force. */
async function foldActivities(tx: Writer, afterId: string) {
  const rows = await tx
    .select({
      id: assistance.id,
      reference: assistance.reference,
      searchText: assistance.searchText,
      content: assistanceVersion.content,
      organisation: organisation.name,
    })
    .from(assistance)
    .innerJoin(
      assistanceVersion,
      and(eq(assistanceVersion.assistanceId, assistance.id), isNull(assistanceVersion.toSeq)),
    )
    .leftJoin(organisation, eq(organisation.id, assistance.organisationId))
    .where(gt(assistance.id, afterId))
    .orderBy(asc(assistance.id))
    .limit(rowsAtATime);
  const changes = rows
    .map((row) => ({
      id: row.id,
      searchText: activitySearchText(row.content, row.organisation, row.reference),
    }))
    .filter(({ searchText }, i) => searchText !== rows[i]!.searchText);
  await updateRows(tx, assistance, changes);
  return { changed: changes.length, lastId: lastIdOf(rows) };
}

/** Folds the next names of hubs. A name whose key another hub has keeps its own, and stays apart. */
async function foldHubs(tx: Writer, afterId: string) {
  const rows = await tx
    .select({ id: hub.id, name: hub.name, before: hub.nameFolded })
    .from(hub)
    .where(gt(hub.id, afterId))
    .orderBy(asc(hub.id))
    .limit(rowsAtATime);
  let changed = 0;
  for (const { id, name, before } of rows) {
    const nameFolded = foldText(name);
    if (nameFolded === before) continue;
    const [other] = await tx.select({ id: hub.id }).from(hub).where(eq(hub.nameFolded, nameFolded));
    if (other) continue;
    await tx.update(hub).set({ nameFolded }).where(eq(hub.id, id));
    changed += 1;
  }
  return { changed, lastId: lastIdOf(rows) };
}

/** Makes activities and hubs found by the current folding; returns how many texts were changed. */
export const foldAssistanceTexts = async (): Promise<number> =>
  (await foldStoredTexts({ kind: 'assistance', foldBatch: foldActivities })) +
  (await foldStoredTexts({ kind: 'hub', foldBatch: foldHubs }));
