import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { recordEvent } from '#db/change';
import { read, transaction } from '#db/client';
import { databaseFailure } from '#db/errors';
import { account, session, state } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import { actor, publicActor, type Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import { log } from '#lib/base/log';
import { assignedReviews } from '#lib/sessions/assigned-reviews';
import { agentName } from '#lib/sessions/agent-name';
import type { KnownDevice } from '#lib/sessions/known-device';
import { countAttempt, settleAttempt, type LimitKey } from '#lib/sessions/rate-limits';
import { verifyPassword } from '#lib/sessions/passwords';
import { faultOfCode, hasSecondFactor, mustHaveSecondFactor } from '#lib/sessions/second-factor';
import type { AccountRole, Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { done, failed, invalid, type Outcome } from '#lib/base/errors';

export const sessionHours = 12;
/** After so many minutes without a request a session ends. */
export const idleMinutes = 60;
/** The time of the last request is stored once a minute at most. */
const secondsBetweenNotes = 60;

const idleSince = () => new Date(Date.now() - idleMinutes * 60_000).toISOString();

/** A session that has neither ended nor been idle for too long. One of an earlier release goes on. */
export const isOpenSession = () =>
  and(
    isNull(session.endedAt),
    gt(session.expiresAt, new Date().toISOString()),
    or(isNull(session.lastSeenAt), gt(session.lastSeenAt, idleSince())),
  );

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
 * Stores when a session was last used. The request does not wait for it: an import may be writing.
 */
function noteRequest(id: string, lastSeenAt: string | null) {
  const now = Date.now();
  if (lastSeenAt && now - Date.parse(lastSeenAt) < secondsBetweenNotes * 1000) return;
  const noted = globalSingleton(
    'noted-sessions',
    () => new LRUCache<string, number>({ max: 5000 }),
  );
  if (now - (noted.get(id) ?? 0) < secondsBetweenNotes * 1000) return;
  noted.set(id, now);
  transaction((tx) =>
    tx
      .update(session)
      .set({ lastSeenAt: new Date(now).toISOString() })
      .where(eq(session.id, id)),
  ).catch((error: unknown) => {
    noted.delete(id);
    log.warn({ why: databaseFailure(error) }, 'the last use of a session was not stored');
  });
}

/**
 * The actor of an open session, else the public. Account, role, State and assignments are read on
 * every request.
 */
export const actorOfSession = (sessionId: string | null): Promise<Actor> =>
  findActor(sessionId, isNull(session.enrollingSince));

/** The actor of a session that can do nothing but set up a second factor, else the public. */
export const enrollingActorOfSession = (sessionId: string | null): Promise<Actor> =>
  findActor(sessionId, isNotNull(session.enrollingSince));

async function findActor(sessionId: string | null, condition: SQL): Promise<Actor> {
  if (!sessionId) return publicActor;
  const id = sessionHash(sessionId);
  const [row] = await read()
    .select({ ...personColumns, lastSeenAt: session.lastSeenAt })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .leftJoin(state, eq(state.id, account.stateId))
    .where(and(eq(session.id, id), condition, isOpenSession(), eq(account.active, true)));
  if (!row) return publicActor;
  const { lastSeenAt, ...person } = row;
  const found = await actorOf(person, sessionId);
  if (found) noteRequest(id, lastSeenAt);
  return found ?? publicActor;
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
  /** The code of an account that has a second factor. */
  code?: string | undefined;
  network: string;
  /** The browser, as it names itself. */
  agent?: string | undefined;
  device?: KnownDevice | undefined;
}>;
export type Session = Readonly<{
  id: string;
  accountId: string;
  locale: Locale | null;
  /** Its person has to set up a second factor before anything else. */
  isEnrolling?: true;
}>;

/** Stores a new session with its event and returns its id. */
async function insertSession(
  accountId: string,
  { network, agent }: SignIn,
  isEnrolling: boolean,
): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  await transaction(async (tx) => {
    await tx.insert(session).values({
      id: sessionHash(id),
      accountId,
      createdAt: new Date(now).toISOString(),
      lastSeenAt: new Date(now).toISOString(),
      enrollingSince: isEnrolling ? new Date(now).toISOString() : null,
      agent: agentName(agent ?? ''),
      network,
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

/** Checks the code of an account with a second factor; its tries have a limit of their own. */
async function refuseCode(
  accountId: string,
  { email, network, device, code = '' }: SignIn,
): Promise<Outcome<never> | undefined> {
  if (!(await hasSecondFactor(accountId))) return undefined;
  const isKnown = device?.accountIds.includes(accountId);
  const limit = { kind: 'code', of: isKnown ? `${email}|device ${device!.id}` : email } as const;
  const seconds = code ? await countAttempt([limit]) : 0;
  const fault = seconds > 0 ? undefined : await faultOfCode(accountId, code);
  if (seconds === 0 && !fault) {
    await settleAttempt([limit]);
    return undefined;
  }
  await transaction((tx) => recordEvent(tx, 'code-refused', accountId, { email, network }));
  return seconds > 0 ? failed({ kind: 'limited', seconds }) : invalid('code', fault!);
}

/** Begins a session. A wrong password and an unknown address give the same answer in the same time. */
export async function beginSession(signIn: SignIn): Promise<Outcome<Session>> {
  const { email, password, network } = signIn;
  const [known] = await read()
    .select({
      id: account.id,
      passwordHash: account.passwordHash,
      active: account.active,
      role: account.role,
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
  const refused = await refuseCode(known.id, signIn);
  if (refused) return refused;
  const isEnrolling =
    (await mustHaveSecondFactor(known.role)) && !(await hasSecondFactor(known.id));
  const id = await insertSession(known.id, signIn, isEnrolling);
  await settleAttempt(limitKeys);
  const begun = { id, accountId: known.id, locale: known.locale };
  return done(isEnrolling ? { ...begun, isEnrolling } : begun);
}
