import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { read } from '#db/client';
import { session } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import type { Actor } from '#lib/base/actor';
import { isOpenSession } from '#lib/sessions/sessions';

export type SessionView = Readonly<{
  id: string;
  createdAt: string;
  lastSeenAt: string | null;
  agent: string | null;
  network: string | null;
  isThis: boolean;
}>;

/** The open sessions of the actor, the latest first. */
export async function ownSessions(actor: Actor): Promise<SessionView[]> {
  const { accountId, sessionId } = actor;
  if (!accountId || !sessionId) return [];
  const rows = await read()
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      agent: session.agent,
      network: session.network,
    })
    .from(session)
    .where(and(eq(session.accountId, accountId), isOpenSession()))
    .orderBy(desc(session.createdAt), desc(session.id))
    .limit(100);
  const own = sessionHash(sessionId);
  return rows.map((row) => ({ ...row, isThis: row.id === own }));
}
