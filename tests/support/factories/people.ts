import { randomUUID } from 'node:crypto';
import { account, session } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import type { Actor } from '#lib/base/actor';
import { actorOfSession } from '#lib/sessions/sessions';
import type { Role } from '#lib/base/roles';
import type { Region } from '#lib/convention/regions';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { valueOf } from '#tests/support/factories/outcomes';
import { unrecorded } from '#tests/support/databases/unrecorded';

type Person = Readonly<{
  role: Role;
  stateId?: string;
  organisationId?: string;
  region?: Region;
  name?: string;
  passwordHash?: string;
}>;

/**
 * A person with an account and an open session; the actor is the one that the session's cookie
 * would give.
 */
export async function signedIn({
  role,
  stateId,
  organisationId,
  region,
  name = `A ${role}`,
  passwordHash,
}: Person): Promise<Actor> {
  const accountId = randomUUID();
  const sessionId = randomUUID();
  const createdAt = new Date().toISOString();
  await unrecorded(async (tx) => {
    await tx.insert(account).values({
      id: accountId,
      email: `${accountId}@example.org`,
      name,
      role,
      stateId,
      organisationId,
      region,
      passwordHash,
      active: true,
      createdAt,
    });
    await tx.insert(session).values({
      id: sessionHash(sessionId),
      accountId,
      createdAt,
      lastSeenAt: createdAt,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
  });
  return actorOfSession(sessionId);
}

/** Whoever it was that began the session, as they stand now. */
export const again = ({ sessionId }: Actor): Promise<Actor> => actorOfSession(sessionId);

export const administrator = (): Promise<Actor> => signedIn({ role: 'administrator' });
export const manager = (): Promise<Actor> => signedIn({ role: 'manager' });
export const focalPoint = ({ stateId }: { stateId: string }, name?: string): Promise<Actor> =>
  signedIn({ role: 'focal-point', stateId, name });
export const contributor = ({ stateId }: { stateId: string }, name?: string): Promise<Actor> =>
  signedIn({ role: 'contributor', stateId, name });

/** A reviewer whom the administrator has appointed to these reviews. */
export async function reviewer(...reviews: readonly { id: string }[]): Promise<Actor> {
  const person = await signedIn({ role: 'reviewer' });
  if (reviews.length === 0) return person;
  const appointing = await administrator();
  for (const { id } of reviews)
    valueOf(await appointReviewer(appointing, { id, accountId: person.accountId! }));
  return again(person);
}
