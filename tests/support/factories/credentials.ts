import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { hashPassword } from '#lib/sessions/passwords';
import { beginSession } from '#lib/sessions/sessions';
import type { Role } from '#lib/base/roles';
import { rows } from '#tests/support/databases/sql';
import { signedIn } from '#tests/support/factories/people';

export const rightPassword = 'a long enough password';
export type Credentials = Readonly<{ actor: Actor; accountId: string; email: string }>;

let hash: Promise<string> | undefined;
/** Hashing is slow by intent, so that the tests hash this password once. */
export const rightPasswordHash = (): Promise<string> => (hash ??= hashPassword(rightPassword));

/** A person who can sign in with the right password, and has an open session already. */
export async function personWithPassword(
  role: Exclude<Role, 'focal-point' | 'contributor'> = 'manager',
): Promise<Credentials> {
  const actor = await signedIn({ role, passwordHash: await rightPasswordHash() });
  return { actor, accountId: actor.accountId!, email: `${actor.accountId}@example.org` };
}

/** Tries to sign in, each time from another network. */
export const signIn = (email: string, password = rightPassword) =>
  beginSession({ email, password, network: randomUUID() });

/** What every refused try is answered. */
export const refusedSignIn = {
  kind: 'invalid',
  errors: [{ field: 'email', message: 'wrongCredentials', values: undefined }],
};

/** The setting by which nobody has to have a second factor, for tests that are about other things. */
export const secondFactorVoluntary = () =>
  rows(
    `insert into setting (id, name, value, set_by, at, from_seq)
     select ?, 'second-factor', 'voluntary', id, created_at, 0 from account where name = 'Register'`,
    [randomUUID()],
  );
