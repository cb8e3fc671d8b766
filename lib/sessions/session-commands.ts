import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { session } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import type { Actor } from '#lib/base/actor';
import { done, failed, notFound, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';

const now = () => new Date().toISOString();

/** Ends the actor's session. */
export async function endSession(actor: Actor): Promise<Outcome<null>> {
  const { sessionId, accountId } = actor;
  if (!sessionId) return done(null);
  return runCommand(async (tx) => {
    await tx
      .update(session)
      .set({ endedAt: now() })
      .where(and(eq(session.id, sessionHash(sessionId)), isNull(session.endedAt)));
    await recordEvent(tx, 'sign-out', accountId);
    return done(null);
  });
}

/** Ends another session of the actor, by its hash. One of somebody else does not exist for them. */
export async function endOwnSession(
  actor: Actor,
  { session: id }: { session: string },
): Promise<Outcome<null>> {
  const { accountId } = actor;
  if (!accountId) return failed({ kind: 'unauthenticated' });
  return runCommand(async (tx) => {
    const [ended] = await tx
      .update(session)
      .set({ endedAt: now() })
      .where(and(eq(session.id, id), eq(session.accountId, accountId), isNull(session.endedAt)))
      .returning({ id: session.id });
    if (!ended) return notFound;
    await recordEvent(tx, 'session-ended', accountId);
    return done(null);
  });
}

/** Ends all sessions of the actor but this one. */
export async function endOtherSessions(actor: Actor): Promise<Outcome<null>> {
  const { accountId, sessionId } = actor;
  if (!accountId || !sessionId) return failed({ kind: 'unauthenticated' });
  return runCommand(async (tx) => {
    await tx
      .update(session)
      .set({ endedAt: now() })
      .where(
        and(
          eq(session.accountId, accountId),
          ne(session.id, sessionHash(sessionId)),
          isNull(session.endedAt),
        ),
      );
    await recordEvent(tx, 'session-ended', accountId);
    return done(null);
  });
}

/** Notes that the actor still uses their session. */
export async function extendSession(actor: Actor): Promise<Outcome<null>> {
  const { sessionId } = actor;
  if (!sessionId) return failed({ kind: 'unauthenticated' });
  return runCommand(async (tx) => {
    await tx
      .update(session)
      .set({ lastSeenAt: now() })
      .where(eq(session.id, sessionHash(sessionId)));
    return done(null);
  });
}
