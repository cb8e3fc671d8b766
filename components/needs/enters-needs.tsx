import type { Actor } from '#lib/base/actor';

const roles: readonly Actor['role'][] = ['focal-point', 'contributor', 'reviewer'];

/** Whether people of this role enter needs, in the reviews that are open to them. */
export const entersNeeds = ({ role }: Pick<Actor, 'role'>): boolean => roles.includes(role);
