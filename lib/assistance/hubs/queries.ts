import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, state } from '#db/schema';
import { hub, hubVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import type { Hub, HubVerb } from '#lib/assistance/activities/vocabulary';
import { environment } from '#lib/base/env';

export type HubView = Readonly<{ id: string; version: number; updatedAt: string }> & Hub;

const selectHubs = (connection: Reader | Writer) =>
  connection
    .select({
      id: hub.id,
      version: hub.version,
      updatedAt: hub.updatedAt,
      content: hubVersion.content,
    })
    .from(hub)
    .innerJoin(hubVersion, and(eq(hubVersion.hubId, hub.id), eq(hubVersion.version, hub.version)));
const toHubView = ({
  content,
  ...row
}: Awaited<ReturnType<typeof selectHubs>>[number]): HubView => ({
  ...content,
  ...row,
});

/** Hubs and platforms are public: whoever may read the register sees all of them. */
export const maySeeHubs = ({ role }: Actor): boolean => role !== 'public' || environment().open;

export const listHubs = async (
  actor: Actor,
  connection: Reader | Writer = read(),
): Promise<HubView[]> =>
  maySeeHubs(actor)
    ? (await selectHubs(connection).orderBy(asc(hub.kind), asc(hub.name), asc(hub.id))).map(
        toHubView,
      )
    : [];

export async function hubById(
  actor: Actor,
  id: string,
  connection: Reader | Writer = read(),
): Promise<HubView | undefined> {
  if (!maySeeHubs(actor)) return undefined;
  const [row] = await selectHubs(connection).where(eq(hub.id, id));
  return row && toHubView(row);
}

export type HubHistoryEntry = Readonly<{
  version: number;
  verb: HubVerb;
  reason: string | null;
  by: string;
  at: string;
}>;

/** The history of a hub, latest first; only for the secretariat. */
export const hubHistory = async (actor: Actor, id: string): Promise<HubHistoryEntry[]> =>
  actor.role !== 'manager' && actor.role !== 'administrator'
    ? []
    : read()
        .select({
          version: hubVersion.version,
          verb: hubVersion.verb,
          reason: hubVersion.reason,
          by: account.name,
          at: hubVersion.at,
        })
        .from(hubVersion)
        .innerJoin(account, eq(account.id, hubVersion.actorId))
        .where(eq(hubVersion.hubId, id))
        .orderBy(desc(hubVersion.version), asc(hubVersion.id));

/**
 * The ids of the States that a hub serves and this register has: those named, or else all of its
 * regional groups.
 */
export async function statesOfHub(
  _actor: Actor,
  { states, regions }: Pick<Hub, 'states' | 'regions'>,
): Promise<string[]> {
  if (states.length === 0 && regions.length === 0) return [];
  const rows = await read()
    .select({ id: state.id })
    .from(state)
    .where(
      states.length > 0 ? inArray(state.code, [...states]) : inArray(state.region, [...regions]),
    )
    .orderBy(asc(state.code));
  return rows.map(({ id }) => id);
}
