import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { apiToken } from '#db/schema/api';
import type { Actor } from '#lib/base/actor';
import { mostTokens } from '#lib/base/api-scopes';
import { done, failed, invalid, notFound, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';
import type { NewToken } from '#lib/people/api-tokens/schema';
import { apiTokenHash } from '#lib/sessions/api-tokens';

/** A new token. It is shown once; only its hash is stored. */
export type CreatedToken = Readonly<{ id: string; token: string; name: string }>;

/** Creates a token of the actor's own account. */
export const createToken = (
  { accountId }: Actor,
  { name, scopes, days }: NewToken,
): Promise<Outcome<CreatedToken>> =>
  runCommand(async (tx) => {
    if (accountId === null) return failed({ kind: 'unauthenticated' });
    const now = Date.now();
    const createdAt = new Date(now).toISOString();
    const valid = await tx
      .select({ id: apiToken.id })
      .from(apiToken)
      .where(
        and(
          eq(apiToken.accountId, accountId),
          isNull(apiToken.endedAt),
          gt(apiToken.expiresAt, createdAt),
        ),
      );
    if (valid.length >= mostTokens) return invalid('name', 'api.errors.tooManyTokens');
    const id = randomUUID();
    const token = `nrt_${randomBytes(32).toString('base64url')}`;
    await tx.insert(apiToken).values({
      id,
      accountId,
      name,
      scopes,
      tokenHash: apiTokenHash(token),
      createdAt,
      expiresAt: new Date(now + days * 86_400_000).toISOString(),
    });
    await recordEvent(tx, 'token-created', accountId, { token: id, scopes });
    return done({ id, token, name });
  });

/** Ends a token of the actor's own account; one that has ended stays so. */
export const endToken = (
  { accountId }: Actor,
  { id }: Readonly<{ id: string }>,
): Promise<Outcome<null>> =>
  runCommand(async (tx) => {
    if (accountId === null) return failed({ kind: 'unauthenticated' });
    const own = and(eq(apiToken.id, id), eq(apiToken.accountId, accountId));
    const ended = await tx
      .update(apiToken)
      .set({ endedAt: new Date().toISOString() })
      .where(and(own, isNull(apiToken.endedAt)))
      .returning();
    if (ended.length > 0) {
      await recordEvent(tx, 'token-ended', accountId, { token: id });
      return done(null);
    }
    const [known] = await tx.select({ id: apiToken.id }).from(apiToken).where(own);
    return known ? done(null) : notFound;
  });
