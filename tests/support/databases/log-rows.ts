import { number, rows } from '#tests/support/databases/sql';

/** The revision of the register: the number of its last write. */
export const revision = (): Promise<number> => number('select revision from register');

/** What the log holds of one thing, in order: verb, actor and data. */
export async function changesOf(entity: string, entityId: string) {
  const found = await rows<{ seq: number; verb: string; actor_id: string; data: string }>(
    'select seq, verb, actor_id, data from change where entity = ? and entity_id = ? order by seq',
    [entity, entityId],
  );
  return found.map(({ seq, verb, actor_id: actorId, data }) => ({
    seq,
    verb,
    actorId,
    data: JSON.parse(data) as unknown,
  }));
}

/** The verbs alone, in order. */
export const verbsOf = async (entity: string, entityId: string): Promise<string[]> =>
  (await changesOf(entity, entityId)).map(({ verb }) => verb);

/** The kinds of the events about an account, in order. */
export async function eventsOf(actorId: string): Promise<string[]> {
  const found = await rows<{ kind: string }>(
    'select kind from event where actor_id = ? order by seq',
    [actorId],
  );
  return found.map(({ kind }) => kind);
}
