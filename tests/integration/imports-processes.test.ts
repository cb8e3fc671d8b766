import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { record, size } from '#tests/support/run/campaign';
import { csv, fileOf, reference } from '#tests/support/imports/files';
import { manyNeeds, runImport } from '#tests/support/imports/processes';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { emptyDatabase } from '#tests/support/databases/fresh-register';
import { number, row } from '#tests/support/databases/sql';

const many = size(3000, 100_000);
/** Enough that two imports are under way at the same time. */
const atOnce = size(600, 3000);
const longLine = size(16, 1024);
const imported = (prefix: string) =>
  number('select count(*) from need where source_ref like ?', [`${prefix}-%`]);
const refusedForOther =
  /^The register is being written to by another program, perhaps another import\. Nothing was imported; try again when it has ended\.\n$/;

describe('npm run import', () => {
  beforeAll(async () => {
    await emptyDatabase();
    const { code, stdout, stderr } = await runImport([reference('states'), reference('needs')]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'Reviews: 67 added, 0 changed, 0 unchanged.',
        'Summaries published now, in the whole register: 67.',
        'Needs (approved): 315 added, 0 changed, 0 unchanged.',
        'The register is at revision 384.',
        '',
      ].join('\n'),
    });
  });

  it('makes the register that is not there yet, of the kind that DEMO says', async () => {
    expect(await number('select count(*) from register where demonstration')).toBe(0);
    expect(await number('select count(*) from account where role <> ?', ['system'])).toBe(0);
  });

  it('ends with status 1 after its faults, and without writing', async () => {
    const { code, stdout, stderr } = await runImport([
      await fileOf('needs', manyNeeds('BAD', 2).replace('BAD-1,AFR-01', 'BAD-1,AFR-99')),
    ]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /needs\.csv:3: state: there is no review of AFR-99 in cycle 2, .*\n1 fault\. Nothing was imported\.\n$/,
    );
    expect(await imported('BAD')).toBe(0);
  });

  it.each([
    [[], /^Name a file to import\.\nnpm run import -- --states states\.csv --needs needs\.csv/],
    [
      ['--needs', '/nowhere/needs.csv'],
      /^\/nowhere\/needs\.csv:1: there is no such file\n1 fault\. Nothing was imported\.\n$/,
    ],
  ])('says what is wrong with %j', async (given, message) => {
    const { code, stderr } = await runImport([], { given });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
  });

  it('publishes nothing of a file without dates of publication unless it is told to', async () => {
    const states = await fileOf('states', csv('states', 'KEN,AFR,2,2020-02-29'));
    const published = () => number('select count(*) from review where published_on is not null');
    const before = await published();
    const unsaid = await runImport([states]);
    expect({ code: unsaid.code, stdout: unsaid.stdout }).toEqual({ code: 1, stdout: '' });
    expect(unsaid.stderr).toMatch(
      /states\.csv:1: published_on: the column is missing, .*--published/,
    );
    const none = await runImport([states], { given: ['--published', 'none'] });
    expect(none.stdout).toContain(`Summaries published now, in the whole register: ${before}.\n`);
    expect(await published()).toBe(before);
    const all = await runImport([states], { given: ['--published', 'completed'] });
    expect(all.stdout).toContain(
      `Summaries published now, in the whole register: ${before + 1}.\n`,
    );
    expect(await published()).toBe(before + 1);
  });

  it('two at once never interleave: each writes all of its rows, or is refused', async () => {
    const files = [
      await fileOf('needs', manyNeeds('ONE', atOnce)),
      await fileOf('needs', manyNeeds('TWO', atOnce)),
    ];
    const ended = await Promise.all([...files, files[0]!].map((file) => runImport([file])));
    for (const { code, stderr } of ended) if (code !== 0) expect(stderr).toMatch(refusedForOther);
    const [one, two, again] = ended.map(({ code }) => code === 0);
    expect(one || two || again).toBe(true);
    expect(await imported('ONE')).toBe(one || again ? atOnce : 0);
    expect(await imported('TWO')).toBe(two ? atOnce : 0);
    expect(await contradictionsFound()).toEqual([]);
  });

  it(`imports ${many} rows in 96 MB`, async () => {
    const began = performance.now();
    const { code, stderr, megabytes } = await runImport(
      [await fileOf('needs', manyNeeds('MANY', many))],
      { options: '--max-old-space-size=96' },
    );
    expect({ code, stderr: stderr.replaceAll(/^(Checking|Writing) .*\n/gm, '') }).toEqual({
      code: 0,
      stderr: '',
    });
    expect(await imported('MANY')).toBe(many);
    record('rows imported in 96 MB of heap', {
      counts: many,
      'rows a second': Math.round(many / ((performance.now() - began) / 1000)),
      'megabytes in all': Math.round(megabytes),
    });
  }, 300_000);

  it(`refuses a line of ${longLine} MB without holding it`, async () => {
    const file = await fileOf('needs', manyNeeds('LINE', 1));
    const out = createWriteStream(file.path, { flags: 'a' });
    for (let i = 0; i < longLine; i += 1)
      if (!out.write('x'.repeat(1024 * 1024))) await once(out, 'drain');
    out.end();
    await once(out, 'close');
    const { code, stderr, megabytes } = await runImport([file], {
      options: '--max-old-space-size=64',
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /needs\.csv:3: is longer than 1000000 characters; the rest of the file was not read\n1 fault\. Nothing was imported\.\n$/,
      ),
    });
    record('a line refused', { megabytes: longLine, 'megabytes in memory': Math.round(megabytes) });
    expect(megabytes).toBeLessThan(220);
    expect(await imported('LINE')).toBe(0);
  });

  it('leaves the register of a demonstration one', async () => {
    expect(await row('select count(*) as n from change where verb = ?', ['open'])).toEqual({
      n: 1,
    });
  });
});
