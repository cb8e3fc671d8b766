import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import type { Actor } from '#lib/base/actor';
import { takeBulkDecision, parseDecisionFilter } from '#lib/review/decisions/commands';
import { decidableNeeds } from '#lib/review/decisions/queries';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { counts, record, size } from '#tests/support/run/campaign';
import { fillRegister } from '#tests/support/factories/many-needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { again, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';

const many = size(200, 10_000);
const kills = counts(engine === 'sqlite' ? 2 : 1, 40);
let deciding: Actor;

beforeAll(async () => {
  await freshRegister();
  const { reviews } = await fillRegister({ states: 10, needs: many });
  deciding = await reviewer(...reviews.map((id) => ({ id })));
}, 300_000);

/** All of them as they were submitted: none approved, none counted. */
async function submittedAgain() {
  await rows('delete from bulk_need');
  await rows('delete from bulk_decision');
  await rows('delete from need_version where version > 3');
  await rows(
    `update need_version set status = 'submitted', verb = 'submit', to_seq = null, counted_from_seq = null, counted_to_seq = null where version = 3`,
  );
  await rows(
    `update need set status = 'submitted', version = 3, counted_version = null, counted_at = null`,
  );
}
const approved = () =>
  number(
    `select count(*) from need n join need_version v on v.need_id = n.id and v.version = 4 where n.status = 'approved' and n.counted_version = 4 and v.counted_from_seq = v.from_seq and v.to_seq is null`,
  );

describe(`a decision on ${many} needs`, () => {
  it('approves all of them while others are answered', { timeout: 300_000 }, async () => {
    await submittedAgain();
    deciding = await again(deciding);
    const { fingerprint, needs } = await decidableNeeds(
      deciding,
      'approve',
      await parseDecisionFilter(deciding, 'show=queue'),
    );
    expect(needs).toHaveLength(many);
    const began = performance.now();
    const decision = takeBulkDecision(deciding, {
      verb: 'approve',
      filter: 'show=queue',
      fingerprint,
      reason: '',
    });
    let over = false;
    void decision.finally(() => {
      over = true;
    });
    let slowest = 0;
    let answered = 0;
    while (!over) {
      const asked = performance.now();
      await pageOfNeeds(deciding, { size: 20 });
      slowest = Math.max(slowest, performance.now() - asked);
      answered += 1;
      await wait(5);
    }
    expect(valueOf(await decision).needs).toBe(many);
    record('many needs approved at once', {
      counts: many,
      seconds: Math.round((performance.now() - began) / 100) / 10,
      'pages answered meanwhile': answered,
      'slowest of them in milliseconds': Math.round(slowest),
    });
    expect(await approved()).toBe(many);
    expect(answered).toBeGreaterThan(0);
    expect(await number('select count(*) from bulk_need')).toBe(many);
    expect(
      await number(`select count(distinct counted_from_seq) from need_version where version = 4`),
    ).toBe(many);
  });

  it(
    `killed at any of ${kills} moments has approved all of them, or none`,
    { timeout: 900_000 },
    async () => {
      await submittedAgain();
      const start = () => {
        const child = spawn(
          process.execPath,
          [
            '--import',
            './bin/register-node.mjs',
            '--disable-warning=ExperimentalWarning',
            'tests/support/durability/decide-and-report.ts',
            deciding.sessionId!,
          ],
          { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
        );
        const begun = new Promise<void>((resolve) => {
          child.stdout.on('data', (text: Buffer) => {
            if (String(text).includes('begin')) resolve();
          });
        });
        return { child, begun, closed: once(child, 'close') };
      };
      const first = start();
      await first.begun;
      const began = performance.now();
      expect((await first.closed)[0]).toBe(0);
      const whole = performance.now() - began;
      expect(await approved()).toBe(many);
      let cut = 0;
      for (let i = 0; i < kills; i += 1) {
        await submittedAgain();
        const { child, begun, closed } = start();
        await begun;
        // The first is cut off as soon as it has begun, the others at any moment up to the end.
        const moment = i === 0 ? 0 : 1.05 * ((i + Math.random()) / kills);
        await Promise.race([wait(whole * moment), closed]);
        child.kill('SIGKILL');
        if ((await closed)[1] === 'SIGKILL') cut += 1;
        expect([0, many], `after kill ${i}`).toContain(await approved());
        expect(
          await number(`select count(*) from need where status not in ('submitted', 'approved')`),
        ).toBe(0);
      }
      record('decisions killed', { counts: kills, needs: many, 'cut off': cut });
      expect(cut, 'decisions that were really cut off').toBeGreaterThan(0);
    },
  );
});
