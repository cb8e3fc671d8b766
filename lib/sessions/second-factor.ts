import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { account, credential, session } from '#db/schema';
import { setting } from '#db/schema/settings';
import { sessionHash } from '#db/session-hash';
import type { Actor } from '#lib/base/actor';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { isDemonstration } from '#lib/base/register';
import { secondFactorSetting, staffRoles, type AccountRole } from '#lib/base/roles';
import { runCommand } from '#lib/base/run-command';
import { verifyPassword } from '#lib/sessions/passwords';
import {
  checkCode,
  newRecoveryCodes,
  newSecret,
  openSecret,
  recoveryHash,
  sealSecret,
  totpAddress,
} from '#lib/sessions/totp';

const now = () => new Date().toISOString();
const isOpen = isNull(credential.endedAt);

/** The app of an account that gives codes, if it has one. */
async function openTotp(accountId: string) {
  const [row] = await read()
    .select()
    .from(credential)
    .where(and(eq(credential.accountId, accountId), eq(credential.kind, 'totp'), isOpen));
  return row;
}

/** Whether the account signs in with a code too. */
export const hasSecondFactor = async (accountId: string): Promise<boolean> =>
  (await openTotp(accountId)) !== undefined;

/** Whether a setting says that accounts of this role must have a second factor. */
export async function mustHaveSecondFactor(role: AccountRole): Promise<boolean> {
  if (!staffRoles.includes(role) || (await isDemonstration())) return false;
  const [row] = await read()
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.name, secondFactorSetting), isNull(setting.toSeq)));
  return row?.value !== 'voluntary';
}

/** Uses up a recovery code; false where there is none like this. */
const spendRecoveryCode = (accountId: string, code: string): Promise<boolean> =>
  transaction(async (tx) => {
    const used = await tx
      .update(credential)
      .set({ endedAt: now() })
      .where(
        and(
          eq(credential.accountId, accountId),
          eq(credential.kind, 'recovery'),
          eq(credential.hash, recoveryHash(accountId, code)),
          isOpen,
        ),
      )
      .returning({ id: credential.id });
    return used.length > 0;
  });

/**
 * Checks a code of the app, or a recovery code, and uses it up. Returns the fault of the code;
 * undefined where it is right, or the account needs none.
 */
export async function faultOfCode(accountId: string, written: string): Promise<string | undefined> {
  const totp = await openTotp(accountId);
  if (!totp) return undefined;
  const code = written.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  if (!code) return 'codeNeeded';
  if (!/^\d{6}$/.test(code))
    return (await spendRecoveryCode(accountId, code)) ? undefined : 'wrongCode';
  const secret = openSecret(totp.sealed ?? '', accountId);
  const checked = secret
    ? checkCode(secret, code, totp.usedStep)
    : ({ fault: 'wrongCode' } as const);
  if ('fault' in checked) return checked.fault;
  // Of two tries with the same code at the same moment one is the first.
  const used = await transaction((tx) =>
    tx
      .update(credential)
      .set({ usedStep: checked.step })
      .where(
        and(
          eq(credential.id, totp.id),
          or(isNull(credential.usedStep), lt(credential.usedStep, checked.step)),
        ),
      )
      .returning({ id: credential.id }),
  );
  return used.length > 0 ? undefined : 'wrongCode';
}

export type SecondFactorView = Readonly<{
  isSetUp: boolean;
  recoveryCodesLeft: number;
  /** A new secret for the app: for the form that sets it up, for reading, and as a picture. */
  sealed: string;
  secret: string;
  address: string;
}>;

const emailOf = async (accountId: string) =>
  (
    await read()
      .select({ email: account.email, passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, accountId))
  )[0];

/** The second factor of the actor, with a new secret to set it up. */
export async function ownSecondFactor(actor: Actor): Promise<SecondFactorView | undefined> {
  const { accountId } = actor;
  const person = accountId ? await emailOf(accountId) : undefined;
  if (!accountId || !person) return undefined;
  const [left] = await read()
    .select({ codes: sql`count(*)`.mapWith(Number) })
    .from(credential)
    .where(and(eq(credential.accountId, accountId), eq(credential.kind, 'recovery'), isOpen));
  const secret = newSecret();
  return {
    isSetUp: await hasSecondFactor(accountId),
    recoveryCodesLeft: left?.codes ?? 0,
    sealed: sealSecret(secret, accountId),
    secret,
    address: totpAddress(secret, person.email),
  };
}

const endCredentials = (tx: Writer, accountId: string) =>
  tx
    .update(credential)
    .set({ endedAt: now() })
    .where(and(eq(credential.accountId, accountId), isOpen));

const recordVerb = (tx: Writer, actorId: string, verb: string, entityId: string) =>
  recordChange(tx, { actorId, verb, entity: 'account', entityId });

/**
 * Sets up the app that gives codes, once its first code shows that it works. Returns the recovery
 * codes, which are shown this once. What was set up before ends.
 */
export async function setUpSecondFactor(
  actor: Actor,
  { sealed, code, current }: Readonly<{ sealed: string; code: string; current: string }>,
): Promise<Outcome<readonly string[]>> {
  const { accountId } = actor;
  const person = accountId ? await emailOf(accountId) : undefined;
  if (!accountId || !person) return failed({ kind: 'unauthenticated' });
  if (!(await verifyPassword(current, person.passwordHash)))
    return invalid('current', 'wrongPassword');
  const secret = openSecret(sealed, accountId);
  const checked = secret ? checkCode(secret, code.replace(/\s/g, ''), null) : undefined;
  if (!checked || 'fault' in checked) return invalid('code', checked?.fault ?? 'wrongCode');
  const codes = newRecoveryCodes();
  return runCommand(async (tx) => {
    await endCredentials(tx, accountId);
    const made = { accountId, createdAt: now(), confirmedAt: now() };
    await tx.insert(credential).values([
      { ...made, id: randomUUID(), kind: 'totp', sealed, usedStep: checked.step },
      ...codes.map((each) => ({
        ...made,
        id: randomUUID(),
        kind: 'recovery' as const,
        hash: recoveryHash(accountId, each),
      })),
    ]);
    await tx
      .update(session)
      .set({ enrollingSince: null })
      .where(eq(session.id, sessionHash(actor.sessionId ?? '')));
    await recordVerb(tx, accountId, 'set-second-factor', accountId);
    return done(codes);
  });
}

/** Ends the second factor of the actor, who says their password and a code. */
export async function removeSecondFactor(
  actor: Actor,
  { code, current }: Readonly<{ code: string; current: string }>,
): Promise<Outcome<null>> {
  const { accountId } = actor;
  const person = accountId ? await emailOf(accountId) : undefined;
  if (!accountId || !person) return failed({ kind: 'unauthenticated' });
  if (!(await verifyPassword(current, person.passwordHash)))
    return invalid('current', 'wrongPassword');
  const fault = await faultOfCode(accountId, code);
  if (fault) return invalid('code', fault);
  return runCommand(async (tx) => {
    await endCredentials(tx, accountId);
    await recordVerb(tx, accountId, 'end-second-factor', accountId);
    return done(null);
  });
}

/** An administrator ends the second factor of somebody who has lost it, and is named in the log. */
export async function resetSecondFactor(
  actor: Actor,
  { accountId }: Readonly<{ accountId: string }>,
): Promise<Outcome<null>> {
  if (actor.role !== 'administrator' && actor.role !== 'system') return forbidden('role');
  return runCommand(async (tx) => {
    const [ended] = await tx
      .update(credential)
      .set({ endedAt: now() })
      .where(and(eq(credential.accountId, accountId), eq(credential.kind, 'totp'), isOpen))
      .returning({ id: credential.id });
    if (!ended) return notFound;
    await endCredentials(tx, accountId);
    await recordVerb(tx, actor.accountId!, 'reset-second-factor', accountId);
    return done(null);
  });
}
