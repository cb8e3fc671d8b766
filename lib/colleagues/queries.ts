import 'server-only';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { handover } from '#db/schema/desk';
import type { Actor } from '#lib/actor';
import type { AccountRole } from '#lib/accounts/vocabulary';

export type Colleague = Readonly<{ id: string; name: string; email: string; role: AccountRole; active: boolean; invited: boolean }>;

/** The people of a focal point's own State, themselves included; empty for anyone else. */
export async function colleaguesSeen({ role, stateId }: Actor): Promise<Colleague[]> {
  if (role !== 'focal-point' || !stateId) return [];
  const rows = await read().select({ id: account.id, name: account.name, email: account.email, role: account.role, active: account.active, passwordHash: account.passwordHash })
    .from(account).where(eq(account.stateId, stateId)).orderBy(desc(account.active), asc(account.name), asc(account.id));
  return rows.map(({ passwordHash, ...person }) => ({ ...person, invited: passwordHash === null }));
}

export type HandoverSeen = Readonly<{ id: string; from: string; to: string; letter: string | null; at: string }>;

/** Who handed over to whom in a focal point's own State, the latest first; empty for anyone else. */
export async function handoversSeen({ role, stateId }: Actor): Promise<HandoverSeen[]> {
  if (role !== 'focal-point' || !stateId) return [];
  const rows = await read().select().from(handover).where(eq(handover.stateId, stateId)).orderBy(desc(handover.at), desc(handover.id)).limit(100);
  const ids = rows.flatMap(({ fromAccountId, toAccountId }) => [fromAccountId, toAccountId]);
  const people = ids.length === 0 ? [] : await read().select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, ids));
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  return rows.map(({ id, fromAccountId, toAccountId, letter, at }) => ({ id, from: nameOf(fromAccountId), to: nameOf(toAccountId), letter, at }));
}
