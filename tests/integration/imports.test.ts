import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '#lib/needs/imports/commands';
import { fileOf, reference } from '#tests/support/imports/files';
import { everything, imported } from '#tests/support/imports/runs';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { revision } from '#tests/support/databases/log-rows';
import { failureOf } from '#tests/support/factories/outcomes';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, row, rows } from '#tests/support/databases/sql';

const needsCsv = readFileSync('db/seed/demonstration/needs.csv', 'utf8');

/** Each test goes on from the one before, as the register of one office does. */
describe('importing the reference files', () => {
  beforeAll(() => freshRegister());

  it('makes the reviews of the 67 States and their 315 needs, approved and numbered', async () => {
    const { report, revision: reached } = await imported([reference('needs'), reference('states')]);
    expect(report).toEqual({
      states: { added: 67, changed: 0, unchanged: 0 },
      needs: { added: 315, changed: 0, unchanged: 0 },
    });
    // The opening of the register, 67 reviews, 315 needs, and the import itself.
    expect(reached).toBe(1 + 67 + 315 + 1);
    expect(await contradictionsFound()).toEqual([]);
    expect(
      await number(
        `select count(*) from need where status = 'approved' and version = 1 and counted_version = 1`,
      ),
    ).toBe(315);
    expect(
      await number(
        'select count(*) from review where completed_on is not null and published_on = completed_on and cycle = 2',
      ),
    ).toBe(67);
    expect(
      await rows('select region, count(*) as n from state group by region order by region'),
    ).toEqual([
      { region: 'AFR', n: 20 },
      { region: 'APG', n: 22 },
      { region: 'EEG', n: 7 },
      { region: 'GRULAC', n: 7 },
      { region: 'WEOG', n: 11 },
    ]);
    expect(
      await row(
        `select reference, chapter, category, subcategory, topics, types, tags, priority, text, language, paragraph from need where source_ref = 'N001'`,
      ),
    ).toEqual({
      reference: 'AFR-01-2-001',
      chapter: 'II',
      category: 'capacity-building',
      subcategory: 'cb-structures',
      topics: '["asset-declarations","conflicts-of-interest"]',
      types: '["technological-development"]',
      tags: '[]',
      priority: 10,
      text: null,
      language: null,
      paragraph: null,
    });
    expect(
      await rows(
        `select reference from need n join review r on r.id = n.review_id join state s on s.id = r.state_id where s.code = 'AFR-02' order by source_ref limit 2`,
      ),
    ).toEqual([{ reference: 'AFR-02-2-001' }, { reference: 'AFR-02-2-002' }]);
  });

  it('is logged: each need and review by its own change, and the import by one that names its files', async () => {
    const system = await row(
      `select id, active from account where name = 'Import' and role = 'system'`,
    );
    const [last, ...others] = await rows(
      `select actor_id, verb, data from change where entity = 'import'`,
    );
    expect(others).toEqual([]);
    expect(last).toMatchObject({ actor_id: system.id, verb: 'import' });
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(JSON.parse(String(last?.data))).toEqual({
      as: 'approved',
      published: 'completed',
      publishedNow: 67,
      files: [
        { kind: 'needs', name: 'needs.csv', sha256, added: 315, changed: 0, unchanged: 0 },
        { kind: 'states', name: 'states.csv', sha256, added: 67, changed: 0, unchanged: 0 },
      ],
    });
    expect(
      await rows(
        `select entity, verb, count(*) as n from change where actor_id = ? group by entity, verb order by entity`,
        [String(system.id)],
      ),
    ).toEqual([
      { entity: 'import', verb: 'import', n: 1 },
      { entity: 'need', verb: 'approve', n: 315 },
      { entity: 'review', verb: 'create', n: 67 },
    ]);
  });

  it('a second time changes nothing at all', async () => {
    const before = await everything();
    expect((await imported([reference('states'), reference('needs')])).report).toEqual({
      states: { added: 0, changed: 0, unchanged: 67 },
      needs: { added: 0, changed: 0, unchanged: 315 },
    });
    expect(await everything()).toEqual(before);
  });

  it('with one line changed writes one version of that need alone, which counts from then on', async () => {
    const before = await revision();
    const changed = needsCsv.replace(/^N007,(.*),\d*\r?$/m, 'N007,$1,9');
    expect(changed).not.toBe(needsCsv);
    expect((await imported([await fileOf('needs', changed)])).report.needs).toEqual({
      added: 0,
      changed: 1,
      unchanged: 314,
    });
    expect(
      await rows('select verb, entity from change where seq > ? order by seq', [before]),
    ).toEqual([
      { verb: 'edit', entity: 'need' },
      { verb: 'import', entity: 'import' },
    ]);
    expect(
      await rows(
        `select v.version, v.verb, v.status, v.priority, v.from_seq, v.to_seq, v.counted_from_seq, v.counted_to_seq from need_version v join need n on n.id = v.need_id where n.source_ref = 'N007' order by v.version`,
      ),
    ).toMatchObject([
      {
        version: 1,
        verb: 'approve',
        status: 'approved',
        to_seq: before + 1,
        counted_to_seq: before + 1,
      },
      {
        version: 2,
        verb: 'edit',
        status: 'approved',
        priority: 9,
        from_seq: before + 1,
        to_seq: null,
        counted_from_seq: before + 1,
        counted_to_seq: null,
      },
    ]);
    expect(
      await row(`select reference, counted_version, priority from need where source_ref = 'N007'`),
    ).toMatchObject({ counted_version: 2, priority: 9 });
    expect(await contradictionsFound()).toEqual([]);
  });

  it('with lines left out leaves those needs alone', async () => {
    const before = await everything();
    const [header, first] = needsCsv.split('\r\n');
    expect((await imported([await fileOf('needs', `${header}\n${first}\n`)])).report.needs).toEqual(
      {
        added: 0,
        changed: 0,
        unchanged: 1,
      },
    );
    expect(await everything()).toEqual(before);
  });
});

describe('who may import', () => {
  it('is the command line or an administrator, nobody else', async () => {
    const review = await mintedReview();
    const input = { files: [reference('states')], target: 'approved' } as const;
    for (const actor of [await focalPoint(review), await reviewer(review), await manager()]) {
      const outcome = await importFiles(actor, input);
      expect('faults' in outcome ? 'faults' : failureOf(outcome)).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    }
    expect((await importFiles(await administrator(), input)).ok).toBe(true);
  });
});
