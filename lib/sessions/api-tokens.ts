import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { read, transaction } from '#db/client';
import { apiToken } from '#db/schema/api';
import type { Actor } from '#lib/base/actor';
import { tokenPattern, type ApiScope } from '#lib/base/api-scopes';
import { log } from '#lib/base/log';
import { actorOfActiveAccount } from '#lib/sessions/sessions';

/** The hash of a token, which is stored in its place. */
export const apiTokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Who a program acts for, and as far as what. */
export type TokenHolder = Readonly<{ actor: Actor; scopes: readonly ApiScope[] }>;

const bearer = /^bearer\s+(\S+)\s*$/i;

/** The token of an Authorization header; undefined where it has none. */
export const bearerToken = (authorization: string | null | undefined): string | undefined =>
  authorization ? (bearer.exec(authorization)?.[1] ?? '') : undefined;

/** A use is written down once in so many milliseconds, so that reading does not always write. */
const useInterval = 60_000;

async function noteUse(id: string, lastUsedAt: string | null) {
  const now = Date.now();
  if (lastUsedAt !== null && now - Date.parse(lastUsedAt) < useInterval) return;
  const before = new Date(now - useInterval).toISOString();
  await transaction(async (tx) => {
    await tx
      .update(apiToken)
      .set({ lastUsedAt: new Date(now).toISOString() })
      .where(
        and(eq(apiToken.id, id), or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, before))),
      );
  });
}

/**
 * The account and the scopes of a token; undefined where it is unknown, expired or ended, or its
 * account is deactivated.
 */
export async function holderOfToken(token: string): Promise<TokenHolder | undefined> {
  if (!tokenPattern.test(token)) return undefined;
  const [row] = await read()
    .select()
    .from(apiToken)
    .where(
      and(
        eq(apiToken.tokenHash, apiTokenHash(token)),
        isNull(apiToken.endedAt),
        gt(apiToken.expiresAt, new Date().toISOString()),
      ),
    );
  const actor = row && (await actorOfActiveAccount(row.accountId));
  if (!row || !actor) return undefined;
  // A register that cannot be written to is still read.
  await noteUse(row.id, row.lastUsedAt).catch((error: unknown) =>
    log.error({ err: error }, 'the use of a token was not written down'),
  );
  return { actor, scopes: row.scopes as readonly ApiScope[] };
}

const allTokens = new RegExp(tokenPattern, 'g');

/** Whether an address has something like a token. */
export const hasToken = (url: string): boolean => tokensIn(url).length > 0;

/** The tokens in an address, also where they are percent-encoded. */
function tokensIn(url: string): string[] {
  const decoded = url.replace(/%([0-7][0-9a-f])/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [...new Set(decoded.match(allTokens))];
}

/**
 * Ends the tokens in an address, which stay in histories and logs of others; whether there was
 * anything like a token.
 */
export async function endTokensInAddress(url: string): Promise<boolean> {
  const tokens = tokensIn(url);
  if (tokens.length === 0) return false;
  const hashes = tokens.map(apiTokenHash);
  const isOpen = and(inArray(apiToken.tokenHash, hashes), isNull(apiToken.endedAt));
  const [open] = await read().select({ id: apiToken.id }).from(apiToken).where(isOpen).limit(1);
  if (!open) return true;
  await transaction(async (tx) => {
    const endedAt = new Date().toISOString();
    const ended = await tx.update(apiToken).set({ endedAt }).where(isOpen).returning();
    for (const { accountId, id } of ended)
      await recordEvent(tx, 'token-ended', accountId, { token: id, why: 'in an address' });
  });
  return true;
}
