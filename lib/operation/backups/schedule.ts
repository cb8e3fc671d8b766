import 'server-only';
import { log } from '#lib/base/log';
import { lastAttempt, listBackups } from '#lib/operation/backups/folder';
import { runScript } from '#lib/operation/base/run-program';

const everyMinutes = 15;
const minute = 60_000;

/** After this time without a new backup, something is wrong. */
export const backupOverdueMilliseconds = 2 * everyMinutes * minute;

/**
 * The task that makes a backup every 15 minutes, in a process of its own that gives way to requests.
 * A clock that went back is no reason to wait: the time is counted from now or from the last backup,
 * whichever is nearer.
 */
export function backupTask(folder: string) {
  const dueIn = () => {
    const times = [listBackups(folder)[0]?.at, lastAttempt(folder)?.at].flatMap((at) =>
      at === undefined ? [] : [Date.parse(at)],
    );
    const passed = times.map((at) => Math.abs(Date.now() - at));
    return everyMinutes * minute - Math.min(...passed, Infinity);
  };
  const run = async (signal: AbortSignal) => {
    const { code, output } = await runScript('backup', [], { low: true, signal });
    if (code !== 0) log.error({ output: output.trim().slice(-500) }, 'no backup was made');
  };
  return { name: 'backup', dueIn, run };
}
