import { and, eq, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { account, assignment } from '#db/schema';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import type { Role } from '#lib/base/roles';

/** The actor of a demonstration account, without a session. */
export async function actorOfAccount(email: string): Promise<Actor> {
  const [row] = await read().select().from(account).where(eq(account.email, email));
  const assignments = await read()
    .select({ id: assignment.reviewId })
    .from(assignment)
    .where(and(eq(assignment.accountId, row!.id), isNull(assignment.endedAt)));
  return actor({
    ...publicActor,
    accountId: row!.id,
    name: row!.name,
    role: row!.role as Role,
    stateId: row!.stateId,
    organisationId: row!.organisationId,
    region: row!.region,
    reviewIds: assignments.map(({ id }) => id),
  });
}
