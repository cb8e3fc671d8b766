import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { campaign, counts, record, size } from '#tests/support/run/campaign';
import { fileOf, reference } from '#tests/support/imports/files';
import { manyNeeds, runImport, startImport } from '#tests/support/imports/processes';
import { imported } from '#tests/support/imports/runs';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number } from '#tests/support/databases/sql';

const kills = counts(3, 50);
const many = size(1500, 5000);
const written = (prefix: string) =>
  number(`select count(*) from need where source_ref like ?`, [`${prefix}-%`]);

beforeAll(() => freshRegister());

it(
  `an import that is killed at any of ${kills} moments has written all of its ${many} rows, or none`,
  async () => {
    await imported([reference('states')]);
    const began = performance.now();
    expect(await runImport([await fileOf('needs', manyNeeds('WHOLE', many))])).toMatchObject({
      code: 0,
    });
    const whole = performance.now() - began;

    let killed = 0;
    // Where the machine has become so much quicker that none was cut off, it is tried again, each
    // time earlier.
    for (let i = 0; i < kills || (killed === 0 && i < kills + 5); i += 1) {
      const running = startImport([await fileOf('needs', manyNeeds(`KILL${i}`, many))]);
      // From the first third on, because before it nothing but Node is being loaded; a little
      // beyond the end.
      const moment = i < kills ? 0.3 + (0.8 * (i + Math.random())) / kills : 0.3 / 2 ** (i - kills);
      await Promise.race([wait(whole * moment), running.ended]);
      running.kill();
      const { signal } = await running.ended;
      if (signal === 'SIGKILL') killed += 1;
      expect([0, many], `after kill ${i}`).toContain(await written(`KILL${i}`));
    }
    record('imports killed', { counts: kills, rows: many, 'cut off': killed });
    expect(killed, 'imports that were really cut off').toBeGreaterThan(0);
    expect(await contradictionsFound()).toEqual([]);

    await imported([await fileOf('needs', manyNeeds('KILL0', many))]);
    expect(await written('KILL0')).toBe(many);
    expect(await contradictionsFound()).toEqual([]);
  },
  campaign ? 1_800_000 : 600_000,
);
