import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { hashPassword } from '#lib/sessions/passwords';
import { beginSession } from '#lib/sessions/sessions';
import type { Role } from '#lib/base/roles';
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
