import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { read } from '#db/client';
import { apiToken } from '#db/schema/api';
import type { Actor } from '#lib/base/actor';
import type { ApiScope } from '#lib/base/api-scopes';

export type TokenView = Readonly<{
  id: string;
  name: string;
  scopes: readonly ApiScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  endedAt: string | null;
}>;

/** The tokens of the actor's own account, the newest first. */
export async function listTokens({ accountId }: Actor): Promise<TokenView[]> {
  if (accountId === null) return [];
  const rows = await read()
    .select()
    .from(apiToken)
    .where(eq(apiToken.accountId, accountId))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id))
    .limit(100);
  return rows.map(({ accountId: _account, tokenHash: _hash, ...row }) => ({
    ...row,
    scopes: row.scopes as readonly ApiScope[],
  }));
}
