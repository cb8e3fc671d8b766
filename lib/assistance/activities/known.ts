import 'server-only';
import { asc, eq, inArray, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { organisation, state } from '#db/schema';
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

export type OrganisationSeen = Readonly<{ id: string; name: string }>;

/** The providers by name. They are named in every activity that is open to all. */
export const organisationsSeen = (
  _actor: Actor,
  from: Reader | Writer = read(),
): Promise<OrganisationSeen[]> =>
  from
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(isNull(organisation.toSeq))
    .orderBy(asc(organisation.name), asc(organisation.id));

export const organisationById = async (
  from: Reader | Writer,
  id: string | null,
): Promise<OrganisationSeen | undefined> =>
  (id === null
    ? []
    : await from
        .select({ id: organisation.id, name: organisation.name })
        .from(organisation)
        .where(eq(organisation.id, id))
  )[0];
