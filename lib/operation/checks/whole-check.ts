import 'server-only';
import { noteDamage } from '#db/damage';
import { log } from '#lib/base/log';
import { runScript } from '#lib/operation/base/run-program';

const day = 86_400_000;
/** The hour, in UTC, of the nightly check. */
const nightHour = 2;

/** How bin/check.ts ends. */
export const checkCodes = { sound: 0, contents: 1, undone: 2, structure: 3 } as const;

/** The last time before this one at which a nightly check was due. */
function lastNight(now: number): number {
  const tonight = Math.floor(now / day) * day + nightHour * 3_600_000;
  return tonight <= now ? tonight : tonight - day;
}

/**
 * The task that checks the whole database, after the start and every night: its structure, both logs,
 * and the digest of every row and file. What it finds stops all writing.
 */
export function checkTask() {
  let checkedAt: number | undefined;
  const dueIn = () => {
    const now = Date.now();
    // A clock that went back must not put the check off.
    if (checkedAt === undefined || checkedAt > now) return 0;
    return checkedAt < lastNight(now) ? 0 : 1;
  };
  const run = async (signal: AbortSignal) => {
    const { code, output } = await runScript('check', [], { low: true, signal });
    checkedAt = Date.now();
    if (code === checkCodes.structure) noteDamage('structure');
    if (code === checkCodes.contents) noteDamage('contents');
    if (code !== checkCodes.sound)
      log.error({ code, output: output.trim().slice(-500) }, 'the check of the database');
  };
  return { name: 'check', dueIn, run };
}
