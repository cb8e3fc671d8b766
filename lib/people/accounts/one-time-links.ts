import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { derivedToken } from '#db/register-key';
import { account, invitation } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { tokenHash } from '#lib/people/accounts/tokens';
import { queueMail } from '#lib/people/mail/queue';
import type { InvitationPurpose } from '#lib/base/roles';

/** A one-time link. The token is shown once, or mailed; only its hash is stored. */
export type OneTimeLink = Readonly<{
  /** Empty where there is nothing to show: the link was mailed, or no link is needed. */
  token: string;
  isMailed?: boolean;
  email: string;
  name: string;
  reviewId: string | null;
  days: number;
  purpose: InvitationPurpose;
}>;

export const linkValidityDays = { invitation: 14, reset: 1 } as const;
/** A link that somebody asked for who has forgotten their password. */
export const forgottenMinutes = 30;

/** Revokes the open links of an account. */
export const revokeLinks = (tx: Writer, accountId: string) =>
  tx
    .update(invitation)
    .set({ usedAt: new Date().toISOString() })
    .where(and(eq(invitation.accountId, accountId), isNull(invitation.usedAt)));

/**
 * The token of a link. The key of the register yields it from the id, so that mail can be written from
 * the id alone, and a copy of the database contains no token.
 */
export const linkToken = (id: string) => derivedToken('one-time link', id);

type NewLink = Readonly<{
  accountId: string;
  purpose: InvitationPurpose;
  createdBy: string;
  minutes?: number;
}>;

/** Creates the only valid link of an account; returns its id. */
export async function createLink(
  tx: Writer,
  { accountId, purpose, createdBy, minutes = linkValidityDays[purpose] * 1440 }: NewLink,
): Promise<string> {
  const id = randomUUID();
  await revokeLinks(tx, accountId);
  await tx.insert(invitation).values({
    id,
    accountId,
    purpose,
    tokenHash: tokenHash(linkToken(id)),
    createdBy,
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  });
  return id;
}

/** Queues the mail with a link, which goes out at once whatever mail its reader wants. */
export const mailLink = (tx: Writer, accountId: string, id: string) =>
  queueMail(tx, null, [{ id: accountId, mail: 'each' }], {
    kind: 'link',
    data: { invitation: id },
  });

/**
 * Creates a link for another person. It is mailed to them; without a mail server, and by a program of
 * the operator, its token is returned to be handed over.
 */
export async function giveLink(
  tx: Writer,
  actor: Actor,
  accountId: string,
  purpose: InvitationPurpose,
): Promise<Pick<OneTimeLink, 'token' | 'isMailed'>> {
  const id = await createLink(tx, { accountId, purpose, createdBy: actor.accountId! });
  if (!environment().mail || actor.role === 'system') return { token: linkToken(id) };
  await tx
    .update(account)
    .set({ locale: actor.locale })
    .where(and(eq(account.id, accountId), isNull(account.locale)));
  await mailLink(tx, accountId, id);
  return { token: '', isMailed: true };
}
