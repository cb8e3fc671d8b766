import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { unitMeant } from '#lib/assistance/activities/unit-meant';
import { stateFinder, type FindState } from '#lib/convention/find-state';
import type { Region } from '#lib/convention/regions';
import { conventionState } from '#lib/convention/states';
import { vocabulary } from '#lib/needs/store/queries';

export type KnownToActivities = Readonly<{
  find: FindState;
  topics: readonly string[];
  unitMeant: (text: string) => string;
}>;

/**
 * What an entry may refer to: States by name or code, those of this register that the Convention
 * does not know too, and topics in force.
 */
export async function knownToActivities(
  actor: Actor,
  from: Reader | Writer = read(),
): Promise<KnownToActivities> {
  const rows = await from.select({ code: state.code }).from(state).orderBy(asc(state.code));
  const { topics } = await vocabulary(actor, from);
  return {
    find: stateFinder(rows.flatMap(({ code }) => (conventionState(code) ? [] : [code]))),
    topics: topics.map(({ code }) => code),
    unitMeant,
  };
}

/** The regional groups of States by their codes: of this register, or else of the Convention. */
export async function regionsOfStates(
  from: Reader | Writer,
  codes: readonly string[],
): Promise<Set<Region>> {
  const rows =
    codes.length === 0
      ? []
      : await from
          .select({ code: state.code, region: state.region })
          .from(state)
          .where(inArray(state.code, [...codes]));
  const known = new Map(rows.map(({ code, region }) => [code, region]));
  return new Set(codes.flatMap((code) => known.get(code) ?? conventionState(code)?.region ?? []));
}
