import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { normaliseUnit } from '#lib/assistance/activities/unit-lookup';
import { stateFinder, type FindState } from '#lib/convention/find-state';
import type { Region } from '#lib/convention/regions';
import { conventionState } from '#lib/convention/states';
import { vocabulary } from '#lib/needs/store/queries';
import { foldText } from '#lib/text/folding';

/** What an activity may refer to. */
export type ActivityReferences = Readonly<{
  find: FindState;
  topics: readonly string[];
  unitMeant: (text: string) => string;
}>;

/**
 * Loads what an activity may refer to: States by name or code, also those that only this register
 * has, and topics in force.
 */
export async function loadActivityReferences(
  actor: Actor,
  from: Reader | Writer = read(),
): Promise<ActivityReferences> {
  const rows = await from.select({ code: state.code }).from(state).orderBy(asc(state.code));
  const { topics } = await vocabulary(actor, from);
  return {
    find: stateFinder(
      rows.flatMap(({ code }) => (conventionState(code) ? [] : [code])),
      foldText,
    ),
    topics: topics.map(({ code }) => code),
    unitMeant: normaliseUnit,
  };
}

/** Returns the regional groups of States: as in this register, or else as in the Convention. */
export async function regionsOfStates(
  from: Reader | Writer,
  codes: readonly string[],
): Promise<Set<Region>> {
  if (codes.length === 0) return new Set();
  const rows = await from
    .select({ code: state.code, region: state.region })
    .from(state)
    .where(inArray(state.code, [...codes]));
  const byCode = new Map(rows.map(({ code, region }) => [code, region]));
  return new Set(codes.flatMap((code) => byCode.get(code) ?? conventionState(code)?.region ?? []));
}
