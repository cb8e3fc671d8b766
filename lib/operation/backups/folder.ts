import 'server-only';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBackupName } from '#lib/operation/backups/retention';
import { operationFailures, type OperationFailure } from '#lib/operation/base/operation-error';

export type StoredBackup = Readonly<{ name: string; at: string; bytes: number }>;

/** The backups in a folder, the latest first; none where there is no such folder. */
export function listBackups(folder: string): readonly StoredBackup[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const backup = parseBackupName(name);
      const file = backup && statSync(join(folder, name), { throwIfNoEntry: false });
      return file ? [{ ...backup, bytes: file.size }] : [];
    })
    .toSorted((a, b) => Number(b.at > a.at) - Number(b.at < a.at));
}

/** How the last attempt to make a backup ended. */
export type LastAttempt = Readonly<{ at: string; why: OperationFailure | null }>;

const stateFile = (folder: string) => join(folder, 'last-attempt.json');

/** Notes how an attempt ended. That it cannot be noted, on a full disk, is no failure of its own. */
export async function noteAttempt(folder: string, attempt: LastAttempt): Promise<void> {
  const begun = `${stateFile(folder)}.${process.pid}.part`;
  try {
    await writeFile(begun, JSON.stringify(attempt), { mode: 0o600 });
    await rename(begun, stateFile(folder));
  } catch {
    await rm(begun, { force: true });
  }
}

export function lastAttempt(folder: string): LastAttempt | undefined {
  try {
    const { at, why } = JSON.parse(readFileSync(stateFile(folder), 'utf8')) as LastAttempt;
    if (Number.isNaN(Date.parse(at))) return undefined;
    return { at, why: operationFailures.find((each) => each === why) ?? null };
  } catch {
    return undefined;
  }
}
