import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { invitation } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { tokenHash } from '#lib/people/accounts/tokens';
import type { InvitationPurpose } from '#lib/base/roles';

/** A one-time link. The token is shown once; only its hash is stored. */
export type OneTimeLink = Readonly<{
  token: string;
  email: string;
  name: string;
  reviewId: string | null;
  days: number;
  purpose: InvitationPurpose;
}>;

export const linkValidityDays = { invitation: 14, reset: 1 } as const;

/** Revokes the open links of an account. */
export const revokeLinks = (tx: Writer, accountId: string) =>
  tx
    .update(invitation)
    .set({ usedAt: new Date().toISOString() })
    .where(and(eq(invitation.accountId, accountId), isNull(invitation.usedAt)));

/** Creates the only valid link of an account; returns its token. */
export async function createLink(
  tx: Writer,
  actor: Actor,
  accountId: string,
  purpose: InvitationPurpose,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await revokeLinks(tx, accountId);
  await tx.insert(invitation).values({
    id: randomUUID(),
    accountId,
    purpose,
    tokenHash: tokenHash(token),
    createdBy: actor.accountId!,
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + linkValidityDays[purpose] * 86_400_000).toISOString(),
  });
  return token;
}
