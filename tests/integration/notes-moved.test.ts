import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { locales } from '#lib/convention/names';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { textOf, type FinishedNote } from '#lib/documents/model/document';
import { acceptChangedNumbers } from '#lib/notes/editions/status-commands';
import { holdValue, releaseValue } from '#lib/notes/blocks/binding-commands';
import { editionById } from '#lib/notes/store/queries';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import {
  demonstrationManager,
  finished,
  opened,
  pinned,
  readIn,
  runsOf,
} from '#tests/support/factories/editions';
import { onOneEngine } from '#tests/support/run/engines';
import { changeSome } from '#tests/support/random/need-changes';
import { valueOf } from '#tests/support/factories/outcomes';

let manager: Actor;
let id: string;

beforeAll(async () => {
  manager = await demonstrationManager();
  id = await opened(manager);
});

const checked = async () =>
  withEditionChecks(manager, valueOf(await editionById(manager, id)), (found) => found);

/** Everything that a block says: its sentence and the cells of its table. */
const wholes = (note: FinishedNote) =>
  new Map([
    ['summary', textOf(note.head.summary)] as const,
    ...note.blocks.map(
      (block) =>
        [
          block.key,
          JSON.stringify([
            textOf(runsOf(block)),
            block.kind === 'table' || block.kind === 'figure'
              ? block.table.rows.map(({ header, cells }) => [header, cells.map(textOf)])
              : null,
          ]),
        ] as const,
    ),
  ]);
/**
 * A reference moves where a sentence before it comes or goes; what it says of the register does
 * not.
 */
const withoutReferences = (note: FinishedNote): FinishedNote => ({
  ...note,
  blocks: note.blocks.map((block) =>
    'runs' in block
      ? { ...block, runs: block.runs.map((run) => (run.reference ? { ...run, text: '' } : run)) }
      : block,
  ),
});

async function at(revision: number): Promise<ReadonlyMap<string, string>> {
  await pinned(id, revision);
  const found = wholes(withoutReferences(await finished(manager, id)));
  await pinned(id, null);
  return found;
}

describe('what moved', () => {
  const changes = counts(2, 300);
  it.runIf(onOneEngine)(
    `after each of ${changes} random changes of a need exactly the blocks that read otherwise are reported (seed ${seed})`,
    { timeout: campaign ? 3_600_000 : 600_000 },
    async () => {
      const by = chance(seed);
      let moves = 0;
      for (let change = 0; change < changes; change += 1) {
        const before = await at((await checked()).revision);
        await changeSome(manager.accountId!, by);
        const { moved, revision } = await checked();
        const after = await at(revision);
        const differ = [...new Set([...before.keys(), ...after.keys()])].filter(
          (key) => (before.get(key) ?? '') !== (after.get(key) ?? ''),
        );
        expect(new Set(moved.map(({ key }) => key)), `change ${change}`).toEqual(new Set(differ));
        moves += moved.length;
        valueOf(await acceptChangedNumbers(manager, { id, keys: null, revision }));
        expect((await checked()).moved).toEqual([]);
      }
      expect(moves).toBeGreaterThanOrEqual(changes);
      record('blocks that moved', { seed, counts: changes, moved: moves });
    },
  );

  it('what was seen as moved is what is accepted: after another change it is to be looked at again', async () => {
    await changeSome(manager.accountId!, chance(1));
    const { revision } = await checked();
    await changeSome(manager.accountId!, chance(2));
    expect(await acceptChangedNumbers(manager, { id, keys: null, revision })).toMatchObject({
      ok: false,
      failure: { kind: 'conflict' },
    });
    valueOf(
      await acceptChangedNumbers(manager, { id, keys: null, revision: (await checked()).revision }),
    );
  });

  it.runIf(onOneEngine)(
    'a number that is held stays as it was, is marked, and has its reason in the annex; released, it follows again',
    async () => {
      const key = 'deep.capacity';
      const was = readIn(await finished(manager, id), key);
      let changed = was;
      for (let step = 3; changed === was; step += 1) {
        await changeSome(manager.accountId!, chance(step));
        changed = readIn(await finished(manager, id), key);
      }
      const version = async () =>
        (await import('#lib/notes/store/queries'))
          .blocksOfEdition(manager, id, null)
          .then((blocks) => blocks.find((block) => block.key === key)!.version);
      for (const name of ['needs', 'share', 'both', 'bothShare'])
        valueOf(
          await holdValue(manager, {
            id,
            key,
            version: await version(),
            name,
            reason: 'The mission asked for it.',
          }),
        );
      for (const locale of locales) {
        const note = await finished(manager, id, locale);
        const block = note.blocks.find((each) => each.key === key)!;
        expect(
          runsOf(block).filter(({ mark }) => mark === 'held').length,
          locale,
        ).toBeGreaterThanOrEqual(4);
      }
      const held = await finished(manager, id);
      expect(readIn(held, key)).toBe(was);
      expect(
        held.annex.rows.filter(({ rule }) => rule.includes('The mission asked for it.')).length,
      ).toBeGreaterThanOrEqual(4);
      expect((await checked()).checks.filter(({ kind }) => kind === 'held').length).toBe(4);
      valueOf(await releaseValue(manager, { id, key, version: await version(), name: 'needs' }));
      expect((await checked()).checks.filter(({ kind }) => kind === 'held').length).toBe(3);
    },
  );
});
