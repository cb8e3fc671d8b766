import 'server-only';
import { existsSync, statSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { desc } from 'drizzle-orm';
import { read } from '#db/client';
import { knownDamage } from '#db/damage';
import { engine } from '#db/engine';
import { knownMigrations } from '#db/migrate';
import { change, migration } from '#db/schema';
import { sqlitePath } from '#db/sqlite';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { chromiumPath } from '#lib/documents/pdf/chromium';
import { hasFont } from '#lib/documents/pdf/fonts';
import { backupOverdueMilliseconds } from '#lib/operation/backups/schedule';
import { lastAttempt, listBackups } from '#lib/operation/backups/folder';
import type { CheckName, CheckResult, CheckState } from '#lib/operation/checks/vocabulary';
import { queueCounts } from '#lib/operation/checks/queries';
import { lastVerification } from '#lib/people/audit/queries';

type Values = Readonly<Record<string, string | number>>;
const day = 86_400_000;
const gigabyte = 1_000_000_000;

const result = (
  name: CheckName,
  code: CheckResult['code'],
  state: CheckState,
  values: Values = {},
): CheckResult => ({ name, code, state, values });

function checkEnvironment(): CheckResult {
  const { demonstration, publicUrl } = environment();
  const isLocal = publicUrl.protocol === 'http:';
  if (!demonstration && isLocal) return result('environment', 'local', 'warning');
  return result('environment', 'ok', 'ok', { address: publicUrl.origin });
}

async function checkSchema(): Promise<CheckResult> {
  const applied = await read().select({ name: migration.name }).from(migration);
  const known = knownMigrations();
  const last =
    applied
      .map(({ name }) => name)
      .toSorted()
      .at(-1) ?? '';
  if (!known.includes(last)) return result('schema', 'newer', 'fault');
  if (applied.length < known.length) return result('schema', 'behind', 'warning');
  return result('schema', 'ok', 'ok', { name: last });
}

async function checkChain(actor: Actor): Promise<CheckResult> {
  if (knownDamage() !== null) return result('chain', 'damaged', 'fault');
  const last = await lastVerification(actor);
  if (!last) return result('chain', 'never', 'warning');
  if (last.fault)
    return result('chain', 'fault', 'fault', { row: `${last.fault.table} ${last.fault.id}` });
  const isOld = Date.now() - Date.parse(last.at) > 3 * day;
  return result('chain', isOld ? 'old' : 'ok', isOld ? 'warning' : 'ok', { at: last.at });
}

function checkFiles(): CheckResult {
  if (engine !== 'sqlite') return result('files', 'server', 'ok');
  const { mode } = statSync(sqlitePath(environment().databaseUrl));
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return isOpen ? result('files', 'open', 'fault') : result('files', 'ok', 'ok');
}

function checkBackups(): CheckResult {
  const { backupFolder, demonstration } = environment();
  if (backupFolder === null) return result('backups', 'off', demonstration ? 'ok' : 'warning');
  const [last] = listBackups(backupFolder);
  const attempt = lastAttempt(backupFolder);
  if (attempt?.why) return result('backups', 'failed', 'fault', { at: attempt.at });
  if (!last) return result('backups', 'missing', 'warning');
  const isOverdue = Date.now() - Date.parse(last.at) > backupOverdueMilliseconds;
  return result('backups', isOverdue ? 'overdue' : 'ok', isOverdue ? 'fault' : 'ok', {
    at: last.at,
  });
}

const connectTimeout = 1500;

/** Whether somebody listens at the address of the mail server. */
function listens(url: string): Promise<boolean> {
  const { protocol, hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const usual = protocol === 'smtps:' ? 465 : 587;
  const socket = connect({ host: hostname, port: Number(port || usual), timeout: connectTimeout });
  socket.once('connect', () => resolve(true));
  socket.once('error', () => resolve(false));
  socket.once('timeout', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

async function checkMail(actor: Actor): Promise<CheckResult> {
  const { mail } = environment();
  if (mail === null) return result('mail', 'unset', 'warning');
  if (!(await listens(mail.url))) return result('mail', 'unreachable', 'fault');
  const { waiting, givenUp } = (await queueCounts(actor)).mail;
  if (givenUp > 0) return result('mail', 'givenUp', 'warning', { count: givenUp });
  return result('mail', 'ok', 'ok', { count: waiting });
}

async function checkJobs(actor: Actor): Promise<CheckResult> {
  const { waiting, failed } = (await queueCounts(actor)).jobs;
  if (failed > 0) return result('jobs', 'failed', 'warning', { count: failed });
  return result('jobs', 'ok', 'ok', { count: waiting });
}

const checkBrowser = (): CheckResult =>
  chromiumPath() ? result('browser', 'ok', 'ok') : result('browser', 'missing', 'warning');

async function checkFonts(): Promise<CheckResult> {
  const has = await Promise.all((['ar', 'zh'] as const).map((locale) => hasFont(locale)));
  return has.every(Boolean) ? result('fonts', 'ok', 'ok') : result('fonts', 'missing', 'warning');
}

function checkDisk(): CheckResult {
  const { databaseUrl, backupFolder } = environment();
  const folders = [
    ...(engine === 'sqlite' ? [dirname(sqlitePath(databaseUrl))] : []),
    ...(backupFolder !== null && existsSync(backupFolder) ? [join(backupFolder)] : []),
    process.cwd(),
  ];
  const free = folders.map((folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / gigabyte;
  });
  const least = Math.min(...free);
  const values = { free: least.toFixed(1) };
  if (least < 0.2) return result('disk', 'low', 'fault', values);
  return least < 2 ? result('disk', 'low', 'warning', values) : result('disk', 'ok', 'ok', values);
}

async function checkClock(): Promise<CheckResult> {
  const [last] = await read()
    .select({ at: change.at })
    .from(change)
    .orderBy(desc(change.seq))
    .limit(1);
  const isBehind = last !== undefined && Date.parse(last.at) > Date.now() + 60_000;
  if (isBehind) return result('clock', 'behind', 'fault', { at: last.at });
  return result('clock', 'ok', 'ok', { at: new Date().toISOString() });
}

/**
 * Checks what the register needs to run well, each with what to do about it; only for administrators
 * and programs. What cannot be asked, because the database does not answer, is a fault of its own.
 */
export async function runChecks(actor: Actor): Promise<readonly CheckResult[]> {
  if (actor.role !== 'administrator' && actor.role !== 'system') return [];
  const checks: readonly [CheckName, () => CheckResult | Promise<CheckResult>][] = [
    ['environment', checkEnvironment],
    ['schema', checkSchema],
    ['chain', () => checkChain(actor)],
    ['files', checkFiles],
    ['backups', checkBackups],
    ['mail', () => checkMail(actor)],
    ['jobs', () => checkJobs(actor)],
    ['browser', checkBrowser],
    ['fonts', checkFonts],
    ['disk', checkDisk],
    ['clock', checkClock],
  ];
  const results: CheckResult[] = [];
  for (const [name, check] of checks)
    results.push(
      await Promise.resolve()
        .then(check)
        .catch(() => result(name, 'unknown', 'fault')),
    );
  return results;
}
