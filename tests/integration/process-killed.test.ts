import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { lostOrDoubled, savesIn, type Saved } from '#tests/support/durability/saves';
import { row } from '#tests/support/databases/sql';

const kills = counts(6, 500);

/**
 * Lets it save until it has acknowledged that many; returns what it has acknowledged by its end.
 */
async function killed(session: string, review: string, many: number): Promise<Saved[]> {
  const words = [
    '--import',
    './bin/register-node.mjs',
    '--disable-warning=ExperimentalWarning',
    'tests/support/durability/save-and-report.ts',
    session,
    review,
  ];
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let said = '';
  const closed = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text;
      if (savesIn(said).length >= many) resolve();
    });
    child.once('close', () => reject(new Error('it ended before it was killed')));
  });
  child.kill('SIGKILL');
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  return savesIn(said);
}

describe.runIf(engine === 'sqlite')('a process that is killed while it saves', () => {
  beforeAll(() => freshRegister());

  it(
    `at any of ${kills} moments (seed ${seed}) has lost no acknowledged save, doubled none and half stored none`,
    { timeout: campaign ? 3_600_000 : 600_000 },
    async () => {
      const { review, focal } = await panel();
      const by = chance(seed);
      let acknowledged = 0;
      for (let i = 1; i <= kills; i += 1) {
        const saves = await killed(focal.sessionId!, review.id, 1 + by.below(20));
        acknowledged += saves.length;
        expect(await lostOrDoubled(saves), `after kill ${i}`).toEqual([]);
        if (i % 50 === 0 || i === kills) {
          expect(await contradictionsFound(), `after kill ${i}`).toEqual([]);
          expect(await row('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
        }
      }
      record('kills of a process that saves', { seed, counts: kills, acknowledged });
      expect(acknowledged, 'saves that were acknowledged').toBeGreaterThanOrEqual(kills);
    },
  );
});
