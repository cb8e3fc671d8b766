import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '#db/client';
import { engine } from '#db/engine';
import { sqlitePath } from '#db/sqlite';
import { campaign, counts, record, seed, size } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { cutsAt, type Image } from '#tests/support/durability/crash-images';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { panel } from '#tests/support/factories/panels';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { lostOrDoubled, savesIn } from '#tests/support/durability/saves';
import { closeRows, row } from '#tests/support/databases/sql';
import { callsIn, traced, type Call } from '#tests/support/durability/system-calls';

const images = counts(60, 1000);
const plantedImages = counts(20, 200);
const needs = size(40, 100);
const own = process.env.DATABASE_URL!;

describe.runIf(engine === 'sqlite' && process.platform === 'linux')(
  'a power cut while it saves',
  () => {
    // Many small files that nobody needs to keep: memory is the place for them.
    const folder = mkdtempSync(
      join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'needs-register-power-'),
    );
    let base: Image;
    let session = '';
    let reviewId = '';
    beforeAll(async () => {
      await freshRegister();
      const { review, focal } = await panel();
      [session, reviewId] = [focal.sessionId!, review.id];
      // Closing writes everything into the one file.
      closeRows();
      await closeDatabase();
      base = new Map([['register.db', readFileSync(sqlitePath(own))]]);
    });
    afterAll(() => {
      process.env.DATABASE_URL = own;
      rmSync(folder, { recursive: true });
    });

    function put(image: Image, at: string) {
      closeRows();
      rmSync(at, { recursive: true, force: true });
      mkdirSync(at);
      for (const [file, content] of image) writeFileSync(join(at, file), content);
      process.env.DATABASE_URL = `file:${join(at, 'register.db')}`;
    }

    /**
     * The calls of a program that saves, from its first save to its last; `normal` plants the
     * setting that does not wait for the disk.
     */
    async function callsOf(planted: 'normal' | 'none'): Promise<Call[]> {
      const at = join(folder, planted);
      put(base, at);
      const log = join(folder, `${planted}.log`);
      const { code, stderr } = await runProgram({
        script: 'tests/support/durability/save-and-report.ts',
        given: [session, reviewId, String(needs), planted],
        under: traced(log),
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const calls = callsIn(readFileSync(log, 'utf8'), at);
      rmSync(log);
      return calls;
    }

    /** Cuts the power that many times; returns for each what is missing or broken afterwards. */
    async function afterCuts(
      calls: readonly Call[],
      cuts: number,
      check: () => Promise<string[]>,
    ): Promise<string[][]> {
      const by = chance(seed);
      const from = calls.findIndex((call) => call.kind === 'said' && call.text.startsWith('begin'));
      const places = Array.from(
        { length: cuts },
        () => from + by.below(calls.length + 1 - from),
      ).sort((a, b) => a - b);
      const found: string[][] = [];
      for (const { image, said } of cutsAt(base, calls, places, by)) {
        put(image, join(folder, 'image'));
        found.push([...(await lostOrDoubled(savesIn(said))), ...(await check())]);
      }
      return found;
    }

    it(
      `at any of ${images} moments (seed ${seed}) loses no acknowledged save, leaves none half stored and breaks nothing`,
      { timeout: campaign ? 3_600_000 : 600_000 },
      async () => {
        const calls = await callsOf('none');
        const saves = savesIn(
          calls.map((call) => (call.kind === 'said' ? call.text : '')).join(''),
        );
        expect(saves).toHaveLength(3 * needs);
        const found = await afterCuts(calls, images, async () => {
          const { integrity_check: integrity } = await row('pragma integrity_check');
          return [
            ...(integrity === 'ok' ? [] : [`integrity: ${integrity}`]),
            ...(await contradictionsFound()),
          ];
        });
        record('crash images', {
          seed,
          counts: found.length,
          saves: saves.length,
          calls: calls.length,
          checkpoints: calls.filter((call) => call.kind === 'sync' && call.file === 'register.db')
            .length,
        });
        expect(found).toHaveLength(images);
        expect(found.filter((faults) => faults.length > 0)).toEqual([]);
      },
    );

    it(
      'would lose acknowledged saves with the setting that does not wait for the disk',
      { timeout: campaign ? 3_600_000 : 600_000 },
      async () => {
        const found = await afterCuts(await callsOf('normal'), plantedImages, async () => []);
        const caught = found.filter((faults) => faults.length > 0).length;
        record('crash images of a writer with synchronous=NORMAL', {
          seed,
          planted: found.length,
          caught,
        });
        expect(caught).toBeGreaterThan(found.length / 2);
      },
    );
  },
);
