import { beforeAll, describe, expect, it } from 'vitest';
import { foldStoredTexts } from '#bin/fold-stored-texts';
import { importFiles } from '#lib/needs/imports/commands';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { alikeRefs, fillSearchTexts } from '#lib/needs/store/search-texts';
import { foldingVersion } from '#lib/text/folding';
import { draft } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { row, rows } from '#tests/support/databases/sql';
import { workbookOfSheets } from '#tests/support/files/workbooks';
import { csv, fileOf } from '#tests/support/imports/files';
import { confirming, courseOf, previewed, sending } from '#tests/support/imports/previews';
import { onOneEngine } from '#tests/support/run/engines';

beforeAll(() => freshRegister());

const header = 'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language';
const line = (ref: string, articles = '5', priority = '') =>
  `${ref},II,${articles},policymaking,pm-development,,,,${priority},A policy.,en`;
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');

describe('an upgrade', () => {
  it('folds the stored search texts anew, and goes on where it was interrupted', async () => {
    const { review, focal } = await panel();
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1)
      ids.push((await draft(focal, review, { text: 'Mise en œuvre à Łódź' })).id);
    ids.sort();
    const found = async () =>
      (await pageOfNeeds(focal, { filter: { review: review.id, text: 'oeuvre lodz' } })).needs
        .map(({ id }) => id)
        .toSorted();
    await fillSearchTexts();
    await rows('update need set search_text = ?', ['mise en œuvre à łódź']);
    await rows('update need_version set search_text = ?', ['mise en œuvre à łódź']);
    expect(await found()).toEqual([]);
    expect(await fillSearchTexts()).toBe(0);

    await rows('update folded_text set last_id = ?', [ids[0]!]);
    expect(await fillSearchTexts()).toBeGreaterThan(0);
    expect(await row('select search_text from need where id = ?', [ids[0]!])).toEqual({
      search_text: 'mise en œuvre à łódź',
    });
    await rows('update folded_text set version = ?', [foldingVersion - 1]);
    const lines: string[] = [];
    await foldStoredTexts((text) => lines.push(text));
    expect(lines[0]).toMatch(/^Folded \d+ texts? for search\.$/);
    expect(await found()).toEqual(ids);
    expect(await row('select text from need where id = ?', [ids[0]!])).toEqual({
      text: 'Mise en œuvre à Łódź',
    });
    expect(await fillSearchTexts()).toBe(0);
  });

  it('keeps refs apart that are alike now, lists them, and an import of one names both', async () => {
    const { review, focal } = await panel();
    const prefix = `${review.stateCode}-2/`;
    const stored = [`${prefix}R-1`, `${prefix}r–1`];
    for (const ref of stored) {
      const { id } = await draft(focal, review, {});
      await rows('update need set source_ref = ? where id = ?', [ref, id]);
    }
    await rows('delete from folded_text');
    const lines: string[] = [];
    await foldStoredTexts((text) => lines.push(text));
    expect(await alikeRefs()).toEqual([stored.toSorted()]);
    expect(lines.at(-1)).toBe(`  "${prefix}R-1", "${prefix}r–1"`);

    const preview = await previewed(focal, review, file(line('R-1')));
    expect(courseOf(preview)).toEqual(['2 wrong ref: alikeRefs']);
    expect(preview.plan[0]!.faults[0]!.values).toEqual({ value: '"R-1"', found: '"R-1", "r–1"' });

    const cells = `${prefix}R-1,${review.stateCode},2,II,5,policymaking,pm-development,,,,`;
    const outcome = await importFiles(await administrator(), {
      files: [await fileOf('needs', csv('needs', cells))],
      target: 'draft',
    });
    expect('faults' in outcome && outcome.faults.lines()).toEqual([
      `needs.csv:2: ref: "${prefix}R-1" can be any of "${prefix}R-1", "${prefix}r–1", which the register has and which differ only in their spelling; allowed: a ref that stands for one need`,
    ]);
  });
});

describe.runIf(onOneEngine)('a file of needs', () => {
  it('changes the need that its ref names, whatever signs nobody sees stand in it', async () => {
    const { review, focal } = await panel();
    valueOf(await confirming(focal, await previewed(focal, review, file(line('Sitz–1')))));
    for (const ref of ['\u200bSitz-1', 'SITZ\u20111\u200f', '\u2067sitz−1\u2069', 'Ｓitz-１'])
      expect(courseOf(await previewed(focal, review, file(line(ref))))).toEqual(['2 same']);
    expect(
      courseOf(await previewed(focal, review, file(line('\u200bT1'), line('\u200fT1')))),
    ).toEqual(['2 new', '3 wrong ref: repeatedRef']);
  });

  it('may write numbers, lists and labels as its writer’s keyboard has them', async () => {
    const { review, focal } = await panel();
    const articles = [
      '٧',
      '７',
      '"7، 8"',
      '7、8',
      '7.0',
      '"7, 8"',
      '"7\n8"',
      '٧؛٨',
      'المادة ٧',
      '第7条',
    ];
    const { plan } = await previewed(
      focal,
      review,
      file(...articles.map((each, i) => line(`N${i}`, each, '٣'))),
    );
    expect(plan.map(({ content, faults }) => content?.articles ?? faults)).toEqual([
      [7],
      [7],
      [7, 8],
      [7, 8],
      [7],
      [7, 8],
      [7, 8],
      [7, 8],
      [7],
      [7],
    ]);
    expect(plan.every(({ content }) => content?.priority === 3)).toBe(true);
    const labelled = (category: string) => `L,II,7,"${category}",,,,,,A need.,en`;
    for (const [label, code] of [
      ['Capacity‑building', 'capacity-building'],
      ['بناء القدرات', 'capacity-building'],
      ['بِناء القدرات', 'capacity-building'],
      ['بنا القدرات', 'capacity-building'],
    ])
      expect(
        (await previewed(focal, review, file(labelled(label!)))).plan[0]!.faults.map(
          ({ column }) => column,
        ),
        `${label} ${code}`,
      ).toEqual(['subcategory']);
  });

  it('shows which of its rows a filter hides, and asks which sheet is meant', async () => {
    const { review, focal } = await panel();
    const cells = (text: string) => text.split(',');
    const sheet = (name: string) => ({
      name,
      rows: [
        { cells: cells(header) },
        { cells: cells(line('H1')) },
        { attributes: 'hidden="1"', cells: cells(line('H2')) },
      ],
    });
    const preview = await previewed(focal, review, workbookOfSheets([sheet('Needs')]));
    expect([courseOf(preview), preview.hiddenLines]).toEqual([['2 new', '3 new'], [3]]);
    const several = await sending(focal, review, workbookOfSheets([sheet('A'), sheet('B')]));
    expect(several).toMatchObject({
      ok: false,
      failure: {
        kind: 'invalid',
        errors: [{ field: 'file', message: 'severalSheets', values: { value: '“A”, “B”' } }],
      },
    });
  });

  it('may be a workbook on the command line, which says the hidden rows and asks for the sheet', async () => {
    const { review } = await panel();
    const headings = csv('needs').trim().split(',');
    const cells = (ref: string) => [
      ref,
      review.stateCode,
      '2',
      'II',
      '5',
      'policymaking',
      'pm-development',
      '',
      '',
      '',
      '',
    ];
    const sheet = (name: string, ref: string) => ({
      name,
      rows: [
        { cells: headings },
        { attributes: 'hidden="1"', cells: cells(ref) },
        { cells: cells(`${ref}b`) },
      ],
    });
    const path = await fileOf('needs', workbookOfSheets([sheet('A', 'W1'), sheet('B', 'W2')]));
    const importing = async (file: typeof path, hidden: number[] = []) => ({
      hidden,
      outcome: await importFiles(await administrator(), {
        files: [file],
        target: 'draft',
        noteHidden: (_, lines) => hidden.push(...lines),
      }),
    });
    const { outcome: several } = await importing(path);
    expect('faults' in several && several.faults.lines()).toEqual([
      'needs.csv:1: several sheets have these headings: “A”, “B”; say which one is meant',
    ]);
    const { outcome, hidden } = await importing({ ...path, sheet: 'B' });
    expect(outcome).toMatchObject({ ok: true, value: { report: { needs: { added: 2 } } } });
    expect(hidden).toEqual([2]);
  });

  it('may begin on the command line with its separator, and break the line in a heading', async () => {
    const { review } = await panel();
    const headings =
      'ref;state;cycle;chapter;articles;category;subcategory;topics;types;tags;priority;"Meant\nfor"';
    const content = [
      'sep=;',
      headings,
      `\u200fC1;${review.stateCode};٢;II;٥|٦;policymaking;pm-development;;;;٣;`,
      '',
    ].join('\r\n');
    const outcome = await importFiles(await administrator(), {
      files: [await fileOf('needs', content)],
      target: 'draft',
    });
    expect(outcome).toMatchObject({ ok: true, value: { report: { needs: { added: 1 } } } });
    expect(
      await row(
        'select source_ref, source_ref_folded, priority from need where source_ref like ?',
        ['%C1'],
      ),
    ).toEqual({ source_ref: '\u200fC1', source_ref_folded: 'c1', priority: 3 });
  });
});
