import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

function taken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Whether the process that holds the lock is still there; one that has only just made the file has
 * not written its number yet.
 */
function isHeld(lock: string): boolean {
  try {
    const holder = readFileSync(lock, 'utf8');
    if (holder) process.kill(Number(holder), 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets one process of this machine at a time do this work. What a killed process left behind is
 * taken away.
 */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    await wait(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
