import { beforeAll, expect, it } from 'vitest';
import { transaction } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { locales, type Locale } from '#lib/convention/names';
import { addBlock, writeText } from '#lib/notes/blocks/block-commands';
import { freezeEdition, publishEdition, takeBack } from '#lib/notes/editions/status-commands';
import { toldRevision } from '#lib/notes/model/edition';
import { storeFile } from '#lib/notes/documents/files';
import { blocksOfEdition, editionById } from '#lib/notes/store/queries';
import { countForPage, parsePageRequest } from '#lib/counting/summaries/page-queries';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import {
  approvedByAnother,
  demonstrationManager,
  finished,
  opened,
  runsOf,
} from '#tests/support/factories/editions';
import { onOneEngine } from '#tests/support/run/engines';
import { changeSome } from '#tests/support/random/need-changes';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { runProgram } from '#tests/support/servers/child-processes';
import { remade } from '#tests/support/notes/remade-edition';

let manager: Actor;

beforeAll(async () => {
  manager = await demonstrationManager();
});

const edits = counts(4, 1000);
/** Printing takes half a minute, so the everyday form leaves the PDF out. */
const printed = campaign;
/** The everyday form makes the documents of one language, from right to left. */
const languages: readonly Locale[] = campaign ? locales : ['ar'];

/**
 * The numbers of an edition that do not open onto what they counted, whatever has changed in the
 * register since.
 */
async function linksAmiss(id: string): Promise<string[]> {
  const { blocks, annex } = await finished(manager, id);
  // A share opens onto the needs that it is a share of.
  const counted = new Set(annex.rows.flatMap(({ value, base }) => (base === '–' ? [value] : [])));
  const links = new Map(
    blocks
      .flatMap(runsOf)
      .flatMap(({ text, figures = text, href, value }) =>
        href && value && counted.has(value) ? [[href, figures] as const] : [],
      ),
  );
  expect(links.size).toBeGreaterThan(50);
  const amiss: string[] = [];
  for (const [href, text] of links) {
    const { pathname, searchParams } = new URL(href, 'http://register.test');
    const { totals } = countForPage(manager, await parsePageRequest(manager, searchParams, {}));
    const found = pathname.endsWith('/states')
      ? totals.statesWithNeeds
      : pathname.endsWith('/completed')
        ? totals.summaries
        : totals.needs;
    if (String(found) !== text) amiss.push(`${text} opens onto ${found}: ${href}`);
  }
  return amiss;
}

/** The same in a process of its own, as on another machine: in another time zone and language. */
async function elsewhere(id: string): Promise<unknown> {
  const { stdout } = await runProgram({
    script: 'tests/support/notes/remade-edition.ts',
    given: [id, languages.join(), ...(printed ? ['pdf'] : [])],
    env: { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  });
  return JSON.parse(stdout);
}

it.runIf(onOneEngine)(
  `a frozen edition is made again after ${edits} edits, elsewhere and in another language, to the byte (seed ${seed})`,
  { timeout: campaign ? 1_800_000 : 600_000 },
  async () => {
    const id = await opened(manager);
    const head = async () => valueOf(await editionById(manager, id)).edition;
    // The demonstration has no review that is still open, or what is only to be looked at is looked
    // at.
    valueOf(await freezeEdition(manager, { id, version: (await head()).version, seen: 'yes' }));
    const frozen = await head();
    expect(frozen).toMatchObject({
      status: 'frozen',
      revision: expect.any(Number),
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const first = await remade(id, languages, printed);
    expect(first.checksum).toBe(frozen.checksum);
    expect(new Set(languages.map((locale) => first[`${locale} docx`])).size).toBe(languages.length);

    const [by, other] = [chance(seed), await opened(manager, { symbol: 'NR/2023/2' })];
    for (let edit = 0; edit < edits; edit += 1) {
      if (by.below(10) > 0) await changeSome(manager.accountId!, by);
      else
        valueOf(
          await addBlock(manager, {
            id: other,
            after: '',
            kind: 'paragraph',
            text: `Edit ${edit}.`,
          }),
        );
    }

    expect(await remade(id, languages, printed)).toEqual(first);
    expect(await elsewhere(id)).toEqual(first);
    expect(await linksAmiss(id)).toEqual([]);
    record('an edition made again', { seed, counts: edits });

    // What is frozen is written no more, until it is taken back; what is published is not taken
    // back.
    const [block] = await blocksOfEdition(manager, id, null);
    expect(
      failureOf(
        await writeText(manager, {
          id,
          key: block!.key,
          version: block!.version,
          language: 'en',
          text: 'Written after freezing.',
        }),
      ),
    ).toMatchObject({ kind: 'conflict' });
    expect(
      failureOf(await publishEdition(manager, { id, version: (await head()).version })),
    ).toMatchObject({ kind: 'invalid', errors: [{ field: 'approvals' }] });
    await approvedByAnother(manager, id);
    expect(
      failureOf(await publishEdition(manager, { id, version: (await head()).version })),
    ).toMatchObject({ kind: 'invalid', errors: [{ field: 'documents' }] });
    await transaction((tx) =>
      storeFile(tx, id, {
        locale: 'en',
        format: 'txt',
        revision: toldRevision(frozen)!,
        content: new TextEncoder().encode('The note.'),
      }),
    );
    valueOf(await publishEdition(manager, { id, version: (await head()).version }));
    expect(
      failureOf(await takeBack(manager, { id, version: (await head()).version })),
    ).toMatchObject({ kind: 'conflict' });
  },
);
