import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import type { FieldError } from '#lib/base/errors';
import { enterNote, withdrawNote } from '#lib/counting/published/commands';
import type { NoteInput } from '#lib/counting/published/input';
import { noteColumns } from '#lib/counting/published/columns';
import { note2023 } from '#lib/counting/published/note-2023';
import { checkNote, noteById, listNotes } from '#lib/counting/published/queries';
import { noteAsCsv } from '#lib/counting/published/template';
import { revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager, reviewer } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

const given = (text: string, more: Partial<NoteInput> = {}): NoteInput => ({
  title: 'Another note',
  symbol: 'CAC/COSP/IRG/2023/8',
  chapter: 'II',
  cutoff: '2023-02-28',
  previousCutoff: '2021-10-31',
  content: Buffer.from(text),
  ...more,
});
type Cells = Readonly<Record<string, string>>;
const sound: Cells = {
  id: 'a',
  where: 'para 6',
  what: 'needs of African States',
  value: '202',
  unit: 'count',
  comparison: 'eq',
  rule: 'R1',
  of: 'needs',
  region: 'AFR',
};
const share: Cells = { ...sound, id: 'b', unit: 'percent', value: '64', base_of: 'needs' };
const file = (...numbers: readonly Cells[]) =>
  [noteColumns, ...numbers.map((cells) => noteColumns.map((column) => cells[column] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n');
const faultsOf = async (text: string, more: Partial<NoteInput> = {}) => {
  const failure = failureOf(await enterNote(await manager(), given(text, more)));
  if (failure.kind !== 'invalid') throw new Error(failure.kind);
  return failure.errors.map(
    ({ message, values }: FieldError) =>
      `${values?.line ?? ''} ${values?.column ?? ''}: ${message}`,
  );
};

beforeAll(async () => {
  await demonstrationRegister();
});

describe('the numbers of another note', () => {
  it('are taken down with one change, and checked as those of the note of 2023 are: the template is one of them', async () => {
    const who = await manager();
    const before = await revision();
    const { id } = valueOf(await enterNote(who, given(noteAsCsv(note2023))));
    expect(await revision()).toBe(before + 1);
    expect(
      await row('select verb, entity, entity_id, actor_id from change where seq = ?', [before + 1]),
    ).toEqual({ verb: 'enter', entity: 'published-note', entity_id: id, actor_id: who.accountId });
    expect(await number('select count(*) from published_number where note_id = ?', [id])).toBe(308);
    const note = valueOf(await noteById(who, id));
    expect(note.numbers.map(({ contradiction: _none, ...each }) => each)).toEqual(
      note2023.numbers.map(({ contradiction: _none, ...each }) => each),
    );
    const own = await checkNote(who, note);
    const known = await checkNote(who, note2023);
    // Only of the note of 2023 it is known where it contradicts itself; there this one differs.
    expect(own.checked.map(({ verdict }) => verdict)).toEqual(
      known.checked.map(({ verdict }) => (verdict === 'contradiction' ? 'differs' : verdict)),
    );
    expect(own.checked.map(({ found }) => found)).toEqual(known.checked.map(({ found }) => found));
  });

  it('are the secretariat’s to read and a manager’s to take down and out', async () => {
    const who = await manager();
    const { id } = valueOf(await enterNote(who, given(file(sound, share))));
    expect(valueOf(await listNotes(await administrator())).map((note) => note.id)).toContain(id);
    for (const other of [publicActor, await reviewer()]) {
      expect(failureOf(await noteById(other, id)).kind).toBe('not-found');
      expect(failureOf(await listNotes(other)).kind).toBe('forbidden');
    }
    for (const other of [publicActor, await reviewer(), await administrator()]) {
      const before = await revision();
      expect(failureOf(await enterNote(other, given(file(sound)))).kind).toBe('forbidden');
      expect(failureOf(await withdrawNote(other, { id })).kind).toBe('forbidden');
      expect(await revision()).toBe(before);
    }
    valueOf(await withdrawNote(who, { id }));
    expect(failureOf(await noteById(who, id)).kind).toBe('not-found');
    expect(failureOf(await withdrawNote(who, { id })).kind).toBe('not-found');
    expect(
      (await rows('select verb from change where entity_id = ? order by seq', [id])).map(
        ({ verb }) => verb,
      ),
    ).toEqual(['enter', 'withdraw']);
    expect(await number('select count(*) from published_number where note_id = ?', [id])).toBe(2);
  });

  it('agree, or not, with what is counted', async () => {
    const who = await manager();
    const { id } = valueOf(
      await enterNote(
        who,
        given(
          file(
            sound,
            share,
            { ...sound, id: 'c', value: '203' },
            { ...share, id: 'd', comparison: 'gt', value: '64' },
            { ...share, id: 'e', comparison: 'gt', value: '65' },
          ),
        ),
      ),
    );
    const { checked } = await checkNote(who, valueOf(await noteById(who, id)));
    // 202 of 315 are 64.1 per cent.
    expect(checked.map(({ found, verdict }) => [found, verdict])).toEqual([
      [202, 'same'],
      [64, 'same'],
      [202, 'differs'],
      [64, 'same'],
      [64, 'differs'],
    ]);
  });
});

describe('a fault in a file of numbers is said at its row and column, and nothing is written', () => {
  it.each<[string, Cells, string]>([
    ['no name', { ...sound, id: '' }, '2 id: empty'],
    ['no place', { ...sound, where: 'page 3' }, '2 where: notAllowed'],
    ['no number', { ...sound, value: 'many' }, '2 value: notANumber'],
    ['a percentage over 100', { ...share, value: '101' }, '2 value: notANumber'],
    ['an unknown unit', { ...sound, unit: 'per mille' }, '2 unit: notAllowed'],
    ['an unknown comparison', { ...sound, comparison: 'lt' }, '2 comparison: notAllowed'],
    ['an unknown rule', { ...sound, rule: 'R8' }, '2 rule: notAllowed'],
    ['nothing to count', { ...sound, of: '' }, '2 of: empty'],
    ['an unknown region', { ...sound, region: 'AFR;XXX' }, '2 region: notAllowed'],
    ['a region twice', { ...sound, region: 'AFR;AFR' }, '2 region: notAllowed'],
    ['an unknown category', { ...sound, category: 'training' }, '2 category: notAllowed'],
    [
      'a subcategory of another category',
      { ...sound, category: 'policymaking', subcategory: 'la-drafting' },
      '2 subcategory: notAllowed',
    ],
    ['an unknown tag', { ...sound, tag: 'best-practices' }, '2 tag: notAllowed'],
    ['an unknown type', { ...sound, type: 'x' }, '2 type: notAllowed'],
    ['an article of another chapter', { ...sound, article: '15' }, '2 article: notAllowed'],
    ['articles out of order', { ...sound, article: '6;5' }, '2 article: notAllowed'],
    ['each of no article', { ...sound, each: 'yes' }, '2 each: eachNeedsArticle'],
    ['States in a row', { ...sound, of: 'states', article: '5' }, '2 article: rowsOfNeeds'],
    ['a base of a count', { ...sound, base_region: 'AFR' }, '2 base_region: countHasNoBase'],
    ['a percentage without a base', { ...share, base_of: '' }, '2 base_of: empty'],
    ['R3 of States', { ...sound, of: 'states', plus: '2x_combined' }, '2 plus: needsOnly'],
    [
      'summaries by category',
      { ...sound, of: 'states_completed', category: 'policymaking' },
      '2 of: summariesByRegion',
    ],
  ])('%s', async (_what, cells, fault) => {
    const before = await revision();
    expect(await faultsOf(file(cells, { ...sound, id: 'sound' }))).toEqual([fault]);
    expect(await revision()).toBe(before);
  });

  it('of the file as a whole, and all of them at once', async () => {
    expect(await faultsOf('')).toEqual([' : noKnownColumn'.replace(' :', '1 :')]);
    expect(await faultsOf(file())).toEqual([' : noRows']);
    expect(await faultsOf(file(sound, sound))).toEqual(['3 id: repeatedRef']);
    expect(await faultsOf(file({ ...sound, since: 'yes' }), { previousCutoff: null })).toEqual([
      '2 since: sinceNeedsDate',
    ]);
    expect(
      await faultsOf(file({ ...sound, id: '', value: '-1' }, { ...share, rule: 'x' })),
    ).toEqual(['2 id: empty', '2 value: notANumber', '3 rule: notAllowed']);
    expect(await faultsOf(`${noteColumns.slice(1).join(',')},id,surprise\n`)).toEqual([
      '1 surprise: unknownColumn',
    ]);
    expect(await faultsOf(`${noteColumns.slice(1).join(',')}\n`)).toEqual(['1 id: missingColumn']);
    expect(await faultsOf(`${file(sound)}\nb,para 7`)).toEqual(['3 : wrongCells']);
    expect(
      await faultsOf(file(...Array.from({ length: 1001 }, (_, i) => ({ ...sound, id: `n${i}` })))),
    ).toEqual([' : tooManyRows']);
    expect(await faultsOf(`\ufeff${file({ ...sound, what: 'caf\u0000' })}`)).toEqual([
      '2 what: notOneLine',
    ]);
  });
});
