import 'server-only';
import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm';
import { read } from '#db/client';
import { account, credential, invitation, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { tokenHash } from '#lib/people/accounts/tokens';
import type { AccountRole, InvitationPurpose } from '#lib/base/roles';

export type AccountView = Readonly<{
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  stateCode: string | null;
  active: boolean;
  invited: boolean;
  hasSecondFactor: boolean;
}>;

/** All accounts of people, for the administrator; empty for anyone else. */
export async function listAccounts(actor: Actor): Promise<AccountView[]> {
  if (actor.role !== 'administrator') return [];
  const rows = await read()
    .select({
      id: account.id,
      email: account.email,
      name: account.name,
      role: account.role,
      stateCode: state.code,
      active: account.active,
      passwordHash: account.passwordHash,
      factor: credential.id,
    })
    .from(account)
    .leftJoin(state, eq(state.id, account.stateId))
    .leftJoin(
      credential,
      and(
        eq(credential.accountId, account.id),
        eq(credential.kind, 'totp'),
        isNull(credential.endedAt),
      ),
    )
    .where(ne(account.role, 'system'))
    .orderBy(asc(account.name), asc(account.id));
  return rows.map(({ passwordHash, factor, ...row }) => ({
    ...row,
    invited: passwordHash === null,
    hasSecondFactor: factor !== null,
  }));
}

export type InvitationView = Readonly<{
  accountId: string;
  purpose: InvitationPurpose;
  email: string;
  name: string;
  role: AccountRole;
  stateCode: string | null;
}>;

/**
 * The invitation for this token, unless it was used or has expired. Whoever has the link may read
 * it.
 */
export async function invitationByToken(
  _actor: Actor,
  token: string,
): Promise<InvitationView | undefined> {
  const [row] = await read()
    .select({
      accountId: account.id,
      purpose: invitation.purpose,
      email: account.email,
      name: account.name,
      role: account.role,
      stateCode: state.code,
    })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.accountId))
    .leftJoin(state, eq(state.id, account.stateId))
    .where(
      and(
        eq(invitation.tokenHash, tokenHash(token)),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, new Date().toISOString()),
      ),
    );
  return row;
}
