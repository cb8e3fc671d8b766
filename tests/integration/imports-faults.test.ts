import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '#lib/needs/imports/commands';
import { csv, fileOf } from '#tests/support/imports/files';
import { plantedNeeds } from '#tests/support/imports/planted-faults';
import { everything, imported, importer, refused } from '#tests/support/imports/runs';
import { freshRegister } from '#tests/support/databases/fresh-register';

beforeAll(async () => {
  await freshRegister();
  await imported([await fileOf('states', csv('states', 'KEN,AFR,2,2020-01-31'))]);
});

describe('an import with faults', () => {
  it('names each of fifty planted faults by file, line and column, and nothing else, and writes nothing', async () => {
    const before = await everything();
    const { content, places } = plantedNeeds();
    const faults = await refused([await fileOf('needs', content)]);
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual(
      places.map((place) => `needs.csv:${place}`),
    );
    expect(places).toHaveLength(50);
    // Each says what would have been right.
    expect(
      faults.filter(
        (fault) =>
          !/; (allowed|required)|required for|stands in line|there is no review/.test(fault),
      ),
    ).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('writes nothing either if only the last of a thousand lines is wrong, or the other file', async () => {
    const before = await everything();
    const lines = Array.from(
      { length: 1000 },
      (_, i) => `L${i},KEN,2,II,5,policymaking,pm-development,,,,`,
    );
    expect(
      await refused([
        await fileOf('needs', csv('needs', ...lines, 'L1000,KEN,2,II,5,policymaking,,,,,')),
      ]),
    ).toHaveLength(1);
    expect(
      await refused([
        await fileOf('needs', csv('needs', ...lines)),
        await fileOf('states', csv('states', 'XXX,AFR,2,')),
      ]),
    ).toHaveLength(1);
    expect(await everything()).toEqual(before);
  });

  it('names the first line of a ref that stands there twice, and where a quotation mark was opened', async () => {
    const rest = 'KEN,2,II,5,policymaking,pm-development,,,,';
    expect(
      await refused([
        await fileOf(
          'needs',
          csv('needs', `A,${rest}`, `B,${rest}`, `A,${rest}`, `C,"${rest}`, `D,${rest}`),
        ),
      ]),
    ).toEqual([
      'needs.csv:4: ref: "A" stands in line 2 already; allowed: each ref once',
      'needs.csv:5: the quotation mark that begins a cell here is never closed; the rest of the file was not read',
    ]);
  });

  it('shows two hundred of them and counts the rest', async () => {
    const lines = Array.from(
      { length: 301 },
      (_, i) => `M${i},KEN,2,II,5,policymaking,pm-development,,,,none`,
    );
    const faults = await refused([await fileOf('needs', csv('needs', ...lines))]);
    expect(faults).toHaveLength(201);
    expect(faults[199]).toMatch(/^needs\.csv:201: priority: /);
    expect(faults[200]).toBe('… and 101 more faults.');
  });

  it('is undone if a file changes between its two readings', async () => {
    const before = await everything();
    const file = await fileOf(
      'needs',
      csv('needs', 'Z1,KEN,2,II,5,policymaking,pm-development,,,,'),
    );
    const content = await readFile(file.path, 'utf8');
    let changed: Promise<void> | undefined;
    const outcome = await importFiles(await importer(), {
      files: [file],
      target: 'approved',
      checking: () => {
        changed ??= writeFile(file.path, content.replace('Z1', 'Z2'));
      },
    });
    await changed;
    expect(!outcome.ok && 'faults' in outcome && outcome.faults.lines()).toEqual([
      'needs.csv:1: was changed while it was being imported; import it again',
    ]);
    expect(await everything()).toEqual(before);
  });
});
