import 'server-only';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { engine } from '#db/engine';
import { environment } from '#lib/base/env';
import {
  sizeOf,
  unpackBackup,
  writeBackup,
  type BackupHeader,
} from '#lib/operation/backups/backup-file';
import { copyDatabase } from '#lib/operation/backups/copy-database';
import { listBackups, noteAttempt } from '#lib/operation/backups/folder';
import { backupName, expiredBackups } from '#lib/operation/backups/retention';
import { dropDatabase, restoreDump, verifySqlite } from '#lib/operation/backups/scratch-database';
import { databaseBeside } from '#lib/operation/backups/postgresql-programs';
import { OperationError, operationError } from '#lib/operation/base/operation-error';

export type MadeBackup = Readonly<{ file: string; bytes: number; header: BackupHeader }>;

const scratchPrefix = '.scratch-';
const hour = 3_600_000;

/** The age identity from its file, which may have comments; null where none is named. */
export function readIdentity(file: string | null): string | null {
  if (file === null) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (found) return found.trim();
  throw new OperationError('identity', `There is no age identity in ${file}.`);
}

/** Restores the content beside the register and verifies it there. */
async function verifyContent(content: string, header: BackupHeader) {
  if (engine === 'sqlite') return verifySqlite(content, header);
  const { databaseUrl } = environment();
  const name = await restoreDump(databaseUrl, content, header);
  await dropDatabase(databaseBeside(databaseUrl, 'postgres'), name);
}

/** Takes away what a backup that was killed has left. */
async function removeLeftovers(folder: string) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(scratchPrefix) && !name.endsWith('.part')) continue;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 6 * hour) await rm(path, { recursive: true, force: true });
  }
}

/** Where the file is written: two backups of one second have names of their own. */
function freeName(folder: string, at: string): string {
  const name = join(folder, backupName(at));
  for (let n = 1; ; n += 1) {
    const file = n === 1 ? name : name.replace('.backup', `-${n}.backup`);
    if (!existsSync(file)) return file;
  }
}

async function writeAndVerify(folder: string, scratch: string): Promise<MadeBackup> {
  const { databaseUrl, backupRecipient, backupIdentityFile } = environment();
  const copy = join(scratch, 'copy');
  const facts = await copyDatabase(databaseUrl, copy);
  const file = freeName(folder, facts.at);
  const header = await writeBackup(copy, file, { facts, recipient: backupRecipient });
  try {
    const identity = readIdentity(backupIdentityFile);
    // Without the identity this machine cannot read what it has encrypted, as it should be: then the
    // very bytes that were encrypted are verified.
    const isReadable = backupRecipient === null || identity !== null;
    const restored = isReadable ? join(scratch, 'restored') : copy;
    if (isReadable) await unpackBackup(file, restored, identity);
    await verifyContent(restored, header);
  } catch (error) {
    // One that could not be verified for want of a right is better than none.
    if (operationError(error).why !== 'permission') await rm(file, { force: true });
    throw error;
  }
  return { file, bytes: await sizeOf(file), header };
}

/** Takes the backups away that are no longer kept. */
async function removeExpired(folder: string) {
  for (const name of expiredBackups(listBackups(folder)))
    await rm(join(folder, name), { force: true });
}

/**
 * Makes a backup in the folder, verifies it by restoring it into a scratch database, and takes away
 * those that are no longer kept. @throws OperationError, after it has noted the failure there.
 */
export async function makeBackup(folder: string): Promise<MadeBackup> {
  const at = new Date().toISOString();
  const inFolder = resolve(folder);
  let scratch: string | undefined;
  try {
    await mkdir(inFolder, { recursive: true, mode: 0o700 });
    await removeLeftovers(inFolder);
    scratch = await mkdtemp(join(inFolder, scratchPrefix));
    const made = await writeAndVerify(inFolder, scratch);
    await removeExpired(inFolder);
    await noteAttempt(inFolder, { at, why: null });
    return made;
  } catch (error) {
    const failure = operationError(error);
    if (failure.why === 'permission') await removeExpired(inFolder).catch(() => undefined);
    await noteAttempt(inFolder, { at, why: failure.why });
    throw failure;
  } finally {
    if (scratch) await rm(scratch, { recursive: true, force: true });
  }
}
