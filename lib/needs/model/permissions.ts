import { accountRoles, type Role } from '#lib/base/roles';
import { statusesAllowing, transitions } from '#lib/needs/model/transitions';
import type { Status, Verb } from '#lib/needs/model/vocabulary';

type Place = 'own-state' | 'assigned' | 'all';
const placeOf: Readonly<Partial<Record<Role, Place>>> = {
  'focal-point': 'own-state',
  contributor: 'own-state',
  reviewer: 'assigned',
  administrator: 'all',
};

/** One line of the matrix: what a role may do with a need, in which statuses, and where. */
export type Permission = Readonly<{
  role: Role;
  verb: Verb;
  statuses: readonly Status[];
  condition: NonNullable<(typeof transitions)[Verb]['by'][Role]>;
  place: Place;
  needsReason: boolean;
}>;

/** The matrix of permissions, read from the table of transitions. */
export const permissions = (): Permission[] =>
  accountRoles
    .filter((role) => role !== 'system')
    .flatMap((role) =>
      (Object.keys(transitions) as Verb[]).flatMap((verb) => {
        const { by, reason } = transitions[verb];
        const [condition, place] = [by[role], placeOf[role]];
        if (!condition || !place) return [];
        const statuses = statusesAllowing(role, verb);
        return [{ role, verb, statuses, condition, place, needsReason: reason !== undefined }];
      }),
    );
