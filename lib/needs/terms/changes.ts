import 'server-only';
import { asc, desc, inArray, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { termChange, termMapping } from '#db/schema/terms';
import { globalSingleton } from '#lib/base/global-singleton';
import type { TermChange } from '#lib/needs/terms/code-mapping';

async function loadChanges(revision: number): Promise<TermChange[]> {
  const rows = await read()
    .select()
    .from(termChange)
    .where(lte(termChange.fromSeq, revision))
    .orderBy(asc(termChange.fromSeq));
  const splits = rows.filter(({ verb }) => verb === 'split').map(({ id }) => id);
  const mappings =
    splits.length === 0
      ? []
      : await read()
          .select({
            changeId: termMapping.changeId,
            needId: termMapping.needId,
            code: termMapping.code,
          })
          .from(termMapping)
          .where(inArray(termMapping.changeId, splits));
  const mappingsByChange = Map.groupBy(mappings, ({ changeId }) => changeId);
  return rows.map(({ id, fromSeq, kind, verb, code, into, rest, decidedOn }) => ({
    seq: fromSeq,
    kind,
    verb,
    code,
    into,
    rest,
    decidedOn,
    needs: new Map(mappingsByChange.get(id)?.map((each) => [each.needId, each.code])),
  }));
}

/**
 * Returns the changes of the vocabulary up to a revision. They are few and never change, so the
 * cache is replaced only when there is a later one.
 */
export async function termChanges(revision: number): Promise<readonly TermChange[]> {
  const cache = globalSingleton<{ last: number; changes: readonly TermChange[] }>(
    'term-changes',
    () => ({ last: -1, changes: [] }),
  );
  const [latest] = await read()
    .select({ seq: termChange.fromSeq })
    .from(termChange)
    .where(lte(termChange.fromSeq, revision))
    .orderBy(desc(termChange.fromSeq))
    .limit(1);
  const last = latest?.seq ?? 0;
  if (cache.last === last) return cache.changes;
  const changes = await loadChanges(last);
  Object.assign(cache, { changes, last });
  return changes;
}
