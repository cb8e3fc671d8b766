import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { AccountRole } from '#lib/base/roles';

export type Colleague = Readonly<{
  id: string;
  name: string;
  email: string;
  role: AccountRole;
  active: boolean;
  invited: boolean;
}>;

/** The people of a focal point's State, including themselves; empty for anyone else. */
export async function listColleagues({ role, stateId }: Actor): Promise<Colleague[]> {
  if (role !== 'focal-point' || !stateId) return [];
  const rows = await read()
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      role: account.role,
      active: account.active,
      passwordHash: account.passwordHash,
    })
    .from(account)
    .where(eq(account.stateId, stateId))
    .orderBy(desc(account.active), asc(account.name), asc(account.id));
  return rows.map(({ passwordHash, ...person }) => ({ ...person, invited: passwordHash === null }));
}
