import { beforeAll, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { publicActor, type Actor } from '#lib/base/actor';
import { noteDocument } from '#lib/documents/html/note-document';
import { freezeEdition, publishEdition } from '#lib/notes/editions/status-commands';
import { storeFile } from '#lib/notes/documents/files';
import { editionById } from '#lib/notes/store/queries';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance, type Chance } from '#tests/support/run/seeded-random';
import {
  lengthOfList,
  needsOfList,
  needPage,
  openedNumbers,
  summaryPage,
} from '../support/counting/summary-pages';
import {
  approvedByAnother,
  demonstrationManager,
  finished,
  opened,
  runsOf,
} from '#tests/support/factories/editions';
import { approved } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { publishedReview } from '#tests/support/factories/reviews';
import { revision } from '#tests/support/databases/log-rows';
import { grantWithdrawal, requestWithdrawal } from '#lib/needs/entry/commands';
import { changeSome } from '#tests/support/random/need-changes';
import type { Audience } from '#lib/notes/model/vocabulary';
import { toldRevision } from '#lib/notes/model/edition';
import { needById } from '#lib/needs/store/queries';

let manager: Actor;

beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

const [changes, followed] = [counts(100, 1000), counts(200, 2000)];

async function published(audience: Audience, symbol: string): Promise<string> {
  const id = await opened(manager, { audience, symbol });
  const head = async () => valueOf(await editionById(manager, id)).edition;
  valueOf(await freezeEdition(manager, { id, version: (await head()).version, seen: 'yes' }));
  const revision = toldRevision(await head());
  await transaction((tx) =>
    storeFile(tx, id, {
      locale: 'en',
      format: 'txt',
      revision: revision!,
      content: new TextEncoder().encode('The note.'),
    }),
  );
  await approvedByAnother(manager, id);
  valueOf(await publishEdition(manager, { id, version: (await head()).version }));
  return id;
}

/** The counted numbers of an edition with their lists; a share opens onto what it is a share of. */
async function numbersOf(reader: Actor, id: string) {
  const { blocks, annex } = await finished(reader, id);
  const counted = new Set(annex.rows.flatMap(({ value, base }) => (base === '–' ? [value] : [])));
  const cells = blocks.flatMap((block) =>
    block.kind === 'table' || block.kind === 'figure'
      ? // A percentage, which has its sign in a run of its own, opens onto what it is a share of.
        block.table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell[1] ? [] : cell)))
      : [],
  );
  const numbers = [...blocks.flatMap(runsOf), ...cells].flatMap(
    ({ text, figures = text, href, value }) =>
      href && value && counted.has(value) && !value.endsWith('share')
        ? [{ href: `/en${href}`, shown: Number(figures.replaceAll(',', '')) }]
        : [],
  );
  return [...new Map(numbers.map((number) => [number.href, number])).values()];
}

/** Some of them at random, without repetition. */
const some = <T>(all: readonly T[], howMany: number, by: Chance): T[] =>
  all
    .map((each) => ({ each, order: by.number() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, howMany)
    .map(({ each }) => each);

/** The lists that the links of a document lead to. */
const listsIn = (document: string): string[] =>
  [...document.matchAll(/\/summaries\/(?:needs|states|completed)\?[^"<]*/g)].map(([link]) => link);

/** Changes what any list would show that follows the present: needs, completions, publications. */
async function changeTheRegister(howMany: number): Promise<void> {
  const by = chance(seed);
  for (let made = 0; made < howMany; made += 1) {
    if (made % 10 > 0) {
      await changeSome(manager.accountId!, by);
      continue;
    }
    const { review, focal, first } = await panel(await publishedReview());
    await approved(focal, first, review, { articles: [String(5 + by.below(10))] });
  }
}

it(
  `each of ${followed} numbers of a published edition opens onto exactly what it counted after ${changes} changes (seed ${seed})`,
  { timeout: campaign ? 3_600_000 : 600_000 },
  async () => {
    const edition = await published('public', 'NR/2023/1');
    const before = await numbersOf(publicActor, edition);
    await changeTheRegister(changes);
    const numbers = await numbersOf(publicActor, edition);
    expect(numbers).toEqual(before);
    expect(numbers.length).toBeGreaterThan(200);

    const by = chance(seed + 1);
    const amiss: string[] = [];
    const kinds = new Set<string>();
    for (const { href, shown } of some(numbers, followed, by)) {
      kinds.add(/summaries\/(\w+)/.exec(href)![1]!);
      const found = await lengthOfList(publicActor, href);
      if (found !== shown) amiss.push(`${shown} opens onto ${found}: ${href}`);
    }
    expect(amiss).toEqual([]);
    expect([...kinds].sort()).toEqual(['completed', 'needs', 'states']);
    record('numbers of an edition followed', { seed, changes, followed });

    // So do the links in a document: each of them names the revision.
    const note = await finished(publicActor, edition);
    const options = { links: 'register', base: '', labels: { back: '', marks: null } } as const;
    const links = listsIn(noteDocument(note, options));
    const at = `revision=${note.revision}`;
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter((link) => !link.includes(at))).toEqual([]);

    // The page of the whole register at that revision opens onto the same state.
    const overview = `/en/summaries?chapter=II&cutoff=2023-02-28&${at}`;
    const opens = openedNumbers((await summaryPage(publicActor, overview)).html).filter(
      ({ shown }) => !shown.includes('%'),
    );
    expect(opens.length).toBeGreaterThan(100);
    for (const { href, shown } of some(opens, 20, by)) {
      expect(href).toContain(at);
      expect(await lengthOfList(publicActor, href), href).toBe(Number(shown.replaceAll(',', '')));
    }
  },
);

it('a need that was withdrawn since stands in the list of a past number, and its page shows what counted', async () => {
  const { review, focal, first } = await panel(await publishedReview());
  const text = 'Training of customs officers.';
  const need = await approved(focal, first, review, { text, articles: ['14'] });
  const at = await revision();
  const asked = await requestWithdrawal(focal, { ...need, reason: 'No longer needed.' });
  valueOf(await grantWithdrawal(first, valueOf(asked)));
  const list = `/en/summaries/needs?chapter=II&article=14&revision=${at}`;
  expect(await needsOfList(publicActor, list)).toContain(need.id);
  expect(await needsOfList(publicActor, '/en/summaries/needs?chapter=II&article=14')).not.toContain(
    need.id,
  );
  const past = await needPage(publicActor, need.id, { revision: String(at) });
  expect(past).toMatchObject({ status: 200, html: expect.stringContaining(text) });
  expect(await needById(publicActor, need.id)).toBeUndefined();
});
