import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { recordEvent } from '#db/change';
import { read, transaction } from '#db/client';
import { account, session, state } from '#db/schema';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { assignedReviews } from '#lib/sessions/assigned-reviews';
import type { KnownDevice } from '#lib/sessions/known-device';
import { countAttempt, settleAttempt, type LimitKey } from '#lib/sessions/rate-limits';
import { verifyPassword } from '#lib/sessions/passwords';
import type { AccountRole, Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { done, failed, invalid, type Outcome } from '#lib/base/errors';

export const sessionHours = 12;

const personColumns = {
  accountId: account.id,
  name: account.name,
  role: account.role,
  stateId: account.stateId,
  stateCode: state.code,
  organisationId: account.organisationId,
  region: account.region,
  locale: account.locale,
};
type Person = Readonly<{
  accountId: string;
  name: string;
  role: AccountRole;
  stateId: string | null;
  stateCode: string | null;
  organisationId: string | null;
  region: Region | null;
  locale: Locale | null;
}>;

async function actorOf(row: Person, sessionId: string | null): Promise<Actor | undefined> {
  if (row.role === 'system') return undefined;
  const reviewIds = row.role === 'reviewer' ? await assignedReviews(row.accountId) : [];
  return actor({ ...row, role: row.role satisfies Role, sessionId, reviewIds });
}

/**
 * The actor of an open session, else the public. Account, role, State and assignments are read on
 * every request.
 */
export async function actorOfSession(sessionId: string | null): Promise<Actor> {
  if (!sessionId) return publicActor;
  const [row] = await read()
    .select(personColumns)
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(state, eq(state.id, account.stateId))
    .where(
      and(
        eq(session.id, sessionId),
        isNull(session.endedAt),
        gt(session.expiresAt, new Date().toISOString()),
        eq(account.active, true),
      ),
    );
  return (row && (await actorOf(row, sessionId))) ?? publicActor;
}

/**
 * The actor of an account, to write mail to; undefined where it is deactivated or was never
 * activated.
 */
export async function actorOfAccount(
  accountId: string,
): Promise<(Actor & { email: string }) | undefined> {
  const [row] = await read()
    .select({ ...personColumns, email: account.email })
    .from(account)
    .leftJoin(state, eq(state.id, account.stateId))
    .where(
      and(eq(account.id, accountId), eq(account.active, true), isNotNull(account.passwordHash)),
    );
  const recipient = row && (await actorOf(row, null));
  return recipient && { ...recipient, email: row.email };
}

/** The actor of an account that is active, for its tokens; undefined where it is deactivated. */
export async function actorOfActiveAccount(accountId: string): Promise<Actor | undefined> {
  const [row] = await read()
    .select(personColumns)
    .from(account)
    .leftJoin(state, eq(state.id, account.stateId))
    .where(and(eq(account.id, accountId), eq(account.active, true)));
  return row && actorOf(row, null);
}

type SignIn = Readonly<{
  email: string;
  password: string;
  network: string;
  device?: KnownDevice | undefined;
}>;
export type Session = Readonly<{ id: string; accountId: string; locale: Locale | null }>;

/** Stores a new session with its event and returns its id. */
async function insertSession(accountId: string, network: string): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  await transaction(async (tx) => {
    await tx.insert(session).values({
      id,
      accountId,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + sessionHours * 3_600_000).toISOString(),
    });
    await recordEvent(tx, 'sign-in', accountId, { network });
  });
  return id;
}

/**
 * What limits the tries at a password. Others cannot use up the tries of a device on which the owner
 * of the account has signed in before.
 */
function signInLimits(
  { email, network, device }: SignIn,
  accountId: string | undefined,
): readonly LimitKey[] {
  const isKnown = accountId !== undefined && device?.accountIds.includes(accountId);
  if (isKnown) return [{ kind: 'pair', of: `${email}|device ${device!.id}` }];
  return [
    { kind: 'pair', of: `${email}|${network}` },
    { kind: 'network', of: network },
    { kind: 'account', of: email },
  ];
}

/** Begins a session. A wrong password and an unknown address give the same answer in the same time. */
export async function beginSession(signIn: SignIn): Promise<Outcome<Session>> {
  const { email, password, network } = signIn;
  const [known] = await read()
    .select({
      id: account.id,
      passwordHash: account.passwordHash,
      active: account.active,
      locale: account.locale,
    })
    .from(account)
    .where(eq(account.email, email));
  const limitKeys = signInLimits(signIn, known?.id);
  const seconds = await countAttempt(limitKeys);
  if (seconds > 0) {
    await transaction((tx) => recordEvent(tx, 'sign-in-limited', null, { email, network }));
    return failed({ kind: 'limited', seconds });
  }
  const isRight = await verifyPassword(password, known?.passwordHash);
  if (!known || !isRight || !known.active) {
    await transaction((tx) =>
      recordEvent(tx, 'sign-in-refused', known?.id ?? null, { email, network }),
    );
    return invalid('email', 'wrongCredentials');
  }
  const id = await insertSession(known.id, network);
  await settleAttempt(limitKeys);
  return done({ id, accountId: known.id, locale: known.locale });
}
