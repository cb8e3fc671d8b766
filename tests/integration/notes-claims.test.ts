import { beforeAll, describe, expect, it } from 'vitest';
import { eq, and, isNull } from 'drizzle-orm';
import { dropGuards, unrecorded } from '#tests/support/databases/unrecorded';
import { noteBlock } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import type { Outcome } from '#lib/base/errors';
import { addClaim, addValue, unbind } from '#lib/notes/blocks/binding-commands';
import { addBlock, writeText } from '#lib/notes/blocks/block-commands';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { freezeEdition } from '#lib/notes/editions/status-commands';
import { valueSchema, claimSchema } from '#lib/notes/blocks/binding-schema';
import { blocksOfEdition, editionById } from '#lib/notes/store/queries';
import type { BlockContent, Claim } from '#lib/notes/model/vocabulary';
import { onOneEngine } from '#tests/support/run/engines';
import { demonstrationManager, opened } from '#tests/support/factories/editions';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';

let manager: Actor;
let id: string;

beforeAll(async () => {
  manager = await demonstrationManager();
  id = await opened(manager);
});

const errorsOf = (outcome: Outcome<unknown>) => {
  const failure = failureOf(outcome);
  return failure.kind === 'invalid' ? failure.errors : [];
};
const checksFound = async () =>
  withEditionChecks(manager, valueOf(await editionById(manager, id)), ({ checks }) => checks);
const blockOf = async (key: string) =>
  (await blocksOfEdition(manager, id, null)).find((block) => block.key === key)!;
const six = categoryCodes.filter((code) => code !== 'other');

/** What is not so in the demonstration until 28 February 2023, by the tables of the note itself. */
const falseClaims: readonly Claim[] = [
  // In every category African States identified most.
  ...six.flatMap((category) =>
    regionCodes
      .filter((region) => region !== 'AFR')
      .map((item): Claim => ({
        kind: 'place',
        over: 'region',
        in: { category },
        item,
        order: 'most',
        place: 1,
        alone: true,
      })),
  ),
  // The order of the categories is that of `six`.
  ...six.slice(1).map((item): Claim => ({
    kind: 'place',
    over: 'category',
    in: {},
    item,
    order: 'most',
    place: 1,
    alone: true,
  })),
  // What the note of 2023 claimed and its own tables contradict.
  {
    kind: 'share',
    of: 'needs',
    in: { regions: ['AFR', 'APG'] },
    base: {},
    each: 'category',
    is: 'more',
    percent: 90,
  },
  {
    kind: 'place',
    over: 'article',
    in: { regions: ['APG'] },
    item: '7',
    order: 'most',
    place: 1,
    alone: false,
  },
  {
    kind: 'order',
    over: 'article',
    in: { regions: ['APG'] },
    order: 'most',
    groups: [['7'], ['10']],
  },
  {
    kind: 'place',
    over: 'article',
    in: { regions: ['APG'] },
    item: '14',
    order: 'fewest',
    place: 2,
    alone: true,
  },
  {
    kind: 'place',
    over: 'article',
    in: { regions: ['APG'], category: 'capacity-building' },
    item: '8',
    order: 'most',
    place: 1,
    alone: true,
  },
  {
    kind: 'share',
    of: 'needs',
    in: { category: 'capacity-building', tag: 'aims-at-institutions' },
    base: { category: 'capacity-building' },
    is: 'least',
    percent: 20,
  },
  // One need or State too many or too few.
  { kind: 'none', of: 'needs', in: { regions: ['AFR'], category: 'international-cooperation' } },
  { kind: 'none', of: 'states', in: { regions: ['EEG'] } },
  {
    kind: 'only',
    over: 'article',
    in: { regions: ['APG'], category: 'legislative-assistance' },
    items: ['5', '6', '7', '8', '9', '10'],
  },
  {
    kind: 'only',
    over: 'article',
    in: { regions: ['APG'], category: 'legislative-assistance' },
    items: ['5', '6', '7', '8', '9', '10', '11', '14'],
  },
  { kind: 'greater', of: 'needs', in: { regions: ['APG'] }, than: { regions: ['AFR'] } },
  { kind: 'greater', of: 'summaries', in: { regions: ['AFR'] }, than: { regions: ['APG'] } },
  {
    kind: 'share',
    of: 'states',
    in: { regions: ['AFR'] },
    base: { regions: ['AFR'] },
    baseOf: 'summaries',
    is: 'more',
    percent: 85,
  },
  { kind: 'share', of: 'needs', in: { regions: ['AFR'] }, base: {}, is: 'more', percent: 65 },
  { kind: 'share', of: 'needs', in: { tag: 'training' }, base: {}, is: 'less', percent: 31 },
  {
    kind: 'share',
    of: 'needs',
    in: { regions: ['WEOG'] },
    base: { regions: ['WEOG'] },
    is: 'least',
    percent: 0,
  },
  {
    kind: 'order',
    over: 'category',
    in: {},
    order: 'most',
    groups: [['capacity-building'], ['legislative-assistance']],
  },
  { kind: 'place', over: 'region', in: {}, item: 'WEOG', order: 'fewest', place: 1, alone: true },
  {
    kind: 'place',
    over: 'region',
    in: {},
    item: 'APG',
    order: 'most',
    place: 1,
    alone: true,
    each: 'category',
  },
  { kind: 'only', over: 'region', in: {}, items: ['AFR', 'APG', 'EEG'] },
  { kind: 'none', of: 'summaries', in: { regions: ['WEOG'] } },
  { kind: 'greater', of: 'states', in: { regions: ['EEG'] }, than: { regions: ['GRULAC'] } },
  {
    kind: 'share',
    of: 'states',
    in: { regions: ['EEG', 'GRULAC'] },
    base: { regions: ['EEG', 'GRULAC'] },
    baseOf: 'summaries',
    is: 'more',
    percent: 50,
  },
];
const trueClaims: readonly Claim[] = [
  {
    kind: 'place',
    over: 'region',
    in: {},
    item: 'AFR',
    order: 'most',
    place: 1,
    alone: true,
    each: 'category',
  },
  {
    kind: 'place',
    over: 'category',
    in: {},
    item: 'legislative-assistance',
    order: 'most',
    place: 3,
    alone: true,
  },
  { kind: 'order', over: 'article', in: {}, order: 'most', groups: [['5'], ['6'], ['7'], ['9']] },
  {
    kind: 'order',
    over: 'article',
    in: { regions: ['AFR'], category: 'capacity-building' },
    order: 'most',
    groups: [['5'], ['9'], ['7', '13'], ['6', '11']],
  },
  {
    kind: 'only',
    over: 'article',
    in: { regions: ['APG'], category: 'legislative-assistance' },
    items: ['5', '6', '7', '8', '9', '10', '14'],
  },
  { kind: 'none', of: 'needs', in: { regions: ['WEOG'] } },
  {
    kind: 'share',
    of: 'states',
    in: { regions: ['AFR'] },
    base: { regions: ['AFR'] },
    baseOf: 'summaries',
    is: 'least',
    percent: 85,
  },
  { kind: 'greater', of: 'summaries', in: { regions: ['APG'] }, than: { regions: ['AFR'] } },
];

async function plant(key: string, claims: readonly Claim[]) {
  const { content } = await blockOf(key);
  const named = Object.fromEntries(claims.map((claim, at) => [`p${at}`, claim]));
  const planted: BlockContent = {
    ...content,
    claims: { ...content.claims, ...named },
    texts: Object.fromEntries(
      Object.entries(content.texts).map(([locale, own]) => [
        locale,
        {
          ...own,
          text:
            own.text +
            Object.keys(named)
              .map((name) => ` <${name}>so it is</${name}>`)
              .join(''),
        },
      ]),
    ),
  };
  await dropGuards();
  await unrecorded((tx) =>
    tx
      .update(noteBlock)
      .set({ content: planted })
      .where(and(eq(noteBlock.noteId, id), eq(noteBlock.key, key), isNull(noteBlock.toSeq))),
  );
  return async () => {
    await unrecorded((tx) =>
      tx
        .update(noteBlock)
        .set({ content })
        .where(and(eq(noteBlock.noteId, id), eq(noteBlock.key, key), isNull(noteBlock.toSeq))),
    );
  };
}

describe.runIf(onOneEngine)('claims', () => {
  it('a first draft claims nothing that is not so', async () => {
    expect((await checksFound()).filter(({ blocking: must }) => must)).toEqual([]);
  });

  it(`${falseClaims.length} planted false claims are all found, in every language`, async () => {
    expect(falseClaims.length).toBeGreaterThanOrEqual(50);
    const undo = await plant('further.next', falseClaims);
    const found = (await checksFound())
      .filter(({ kind, locale }) => kind === 'claim' && locale === 'en')
      .map(({ detail }) => detail);
    expect(found).toEqual(falseClaims.map((_, at) => `p${at}`));
    expect((await checksFound()).filter(({ kind }) => kind === 'claim').length).toBe(
      6 * falseClaims.length,
    );
    const {
      edition: { version },
    } = valueOf(await editionById(manager, id));
    expect(errorsOf(await freezeEdition(manager, { id, version, seen: 'yes' }))).toMatchObject([
      { field: 'checks', message: 'notes.errors.checks' },
    ]);
    await undo();
  });

  it('true claims are let be', async () => {
    const undo = await plant('further.next', trueClaims);
    expect((await checksFound()).filter(({ kind }) => kind === 'claim')).toEqual([]);
    await undo();
  });
});

describe('what a writer types', () => {
  const write = async (text: string, language: 'en' | 'zh' | 'ru' = 'en', key = 'further.next') =>
    writeText(manager, { id, key, version: (await blockOf(key)).version, language, text });

  it.runIf(onOneEngine).each([
    ['en', 'In all, 38 States identified needs.'],
    ['en', 'Almost half of the needs are new.'],
    ['en', 'There were seven of them.'],
    ['ru', 'Всего пять потребностей.'],
    ['zh', '共有三个国家。'],
    ['zh', '占百分之十。'],
    ['en', 'Arabic digits: ٣٨.'],
  ] as const)('a number typed in %s is found: %s', async (language, text) => {
    const { content } = await blockOf('further.next');
    valueOf(await write(text, language));
    expect(
      (await checksFound()).some(
        ({ kind, key, locale }) =>
          kind === 'typed' && key === 'further.next' && locale === language,
      ),
    ).toBe(true);
    valueOf(await write(content.texts[language]!.text, language));
  });

  it.runIf(onOneEngine)(
    'the number of a resolution is a name, and one with a reason is let through and counted',
    async () => {
      const { content } = await blockOf('further.next');
      valueOf(await write('See <q>resolution 9/4</q>.'));
      expect((await checksFound()).some(({ kind }) => kind === 'typed')).toBe(false);
      valueOf(
        await addValue(
          manager,
          valueSchema.parse({
            id,
            key: 'further.next',
            version: String((await blockOf('further.next')).version),
            kind: 'typed',
            number: '12',
            reason: 'Counted by the mission.',
          }),
        ),
      );
      const text = (await blockOf('further.next')).content.texts.en!.text;
      expect(text).toBe('See <q>resolution 9/4</q>. {n1}');
      expect((await checksFound()).filter(({ kind }) => kind === 'by-hand')).toMatchObject([
        { key: 'further.next', detail: 'n1', blocking: false },
      ]);
      expect(
        errorsOf(
          await unbind(manager, {
            id,
            key: 'further.next',
            version: (await blockOf('further.next')).version,
            name: 'n1',
          }),
        ),
      ).toMatchObject([{ message: 'notes.errors.stillNamed' }]);
      valueOf(await write(content.texts.en!.text));
      valueOf(
        await unbind(manager, {
          id,
          key: 'further.next',
          version: (await blockOf('further.next')).version,
          name: 'n1',
        }),
      );
    },
  );

  it.runIf(onOneEngine)(
    'a translation is out of date once its source changes, until it is written anew',
    async () => {
      const { content } = await blockOf('further.topics');
      valueOf(await write('A closer look would help.', 'en', 'further.topics'));
      const outdated = async () =>
        (await checksFound())
          .filter(({ kind, key }) => kind === 'outdated' && key === 'further.topics')
          .map(({ locale }) => locale);
      expect(await outdated()).toEqual(['ar', 'es', 'fr', 'ru', 'zh']);
      valueOf(await write('更仔细地审查会有帮助。', 'zh', 'further.topics'));
      expect(await outdated()).toEqual(['ar', 'es', 'fr', 'ru']);
      valueOf(await write(content.texts.en!.text, 'en', 'further.topics'));
      expect(await outdated()).toEqual(['zh']);
      valueOf(await write(content.texts.zh!.text, 'zh', 'further.topics'));
    },
  );

  it.each([
    ['an open brace', 'There are {needs'],
    ['a placeholder that there is not', 'There are {nothing}.'],
    ['a script', 'Read <script>alert(1)</script> this.'],
    ['markup of a word processor', '<o:p>Text</o:p>'],
    ['an attribute', '<a href="https://example.org">here</a>'],
    ['nothing', '   '],
  ])('%s is refused at the field, and nothing is stored', async (_what, text) => {
    const before = await blockOf('further.next');
    expect(errorsOf(await write(text.trim()))).toMatchObject([{ field: 'text' }]);
    expect(await blockOf('further.next')).toEqual(before);
  });

  it('a paragraph of fifty thousand characters is kept whole', async () => {
    const { content } = await blockOf('further.next');
    const long = 'Words without end. '.repeat(2600).trim();
    valueOf(await write(long));
    expect((await blockOf('further.next')).content.texts.en!.text).toBe(long);
    valueOf(await write(content.texts.en!.text));
  });

  it('whoever saw an older version of a block is told, and overwrites nothing', async () => {
    const { version } = await blockOf('further.next');
    valueOf(await write('One of them wrote this.'));
    expect(
      await writeText(manager, {
        id,
        key: 'further.next',
        version,
        language: 'en',
        text: 'The other wrote that.',
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    expect((await blockOf('further.next')).content.texts.en!.text).toBe('One of them wrote this.');
  });

  it('a subcategory, article or region that there is not cannot be bound', async () => {
    const { version } = await blockOf('further.next');
    const bind = (given: Record<string, unknown>) =>
      addValue(
        manager,
        valueSchema.parse({
          id,
          key: 'further.next',
          version: String(version),
          kind: 'count',
          ...given,
        }),
      );
    for (const given of [
      { subcategory: 'none' },
      { article: '51' },
      { article: '99' },
      { regions: ['XXX'] },
      { row: '6;5' },
      { topic: 'no-topic' },
      { kind: 'reference', reference: 'none' },
      { kind: 'typed', number: '1', reason: '' },
      { kind: 'ranking', from: '3', to: '1' },
    ]) {
      expect(errorsOf(await bind(given)), JSON.stringify(given)).toHaveLength(1);
    }
    expect(
      errorsOf(
        await addClaim(
          manager,
          claimSchema.parse({
            id,
            key: 'further.next',
            version: String(version),
            kind: 'place',
            over: 'region',
            item: 'XXX',
            place: '1',
          }),
        ),
      ),
    ).toHaveLength(1);
  });

  it('a block goes in after another and keeps its place', async () => {
    valueOf(
      await addBlock(manager, {
        id,
        after: 'overall.new',
        kind: 'paragraph',
        text: 'Put in between.',
      }),
    );
    const keys = (await blocksOfEdition(manager, id, null)).map(({ key }) => key);
    const at = keys.indexOf('overall.new') + 1;
    expect(keys[at]).toMatch(/^own\./);
    expect(
      (await checksFound()).filter(({ key, kind }) => key === keys[at] && kind === 'untranslated'),
    ).toHaveLength(5);
  });
  it('forty blocks go in at one place, each before the one before it, and all keep their order', async () => {
    const before = (await blocksOfEdition(manager, id, null)).map(({ key }) => key);
    for (let at = 0; at < 40; at += 1)
      valueOf(
        await addBlock(manager, {
          id,
          after: 'overall.new',
          kind: 'paragraph',
          text: `Number of its kind: ${'x'.repeat(at + 1)}.`,
        }),
      );
    const found = await blocksOfEdition(manager, id, null);
    const added = found.filter(({ key }) => !before.includes(key));
    expect(added.map(({ content }) => content.texts.en!.text.length)).toEqual(
      Array.from({ length: 40 }, (_, at) => 'Number of its kind: .'.length + 40 - at),
    );
    expect(found.map(({ key }) => key).filter((key) => before.includes(key))).toEqual(before);
    expect(found.findIndex(({ key }) => key === added[0]!.key)).toBe(
      before.indexOf('overall.new') + 1,
    );
  });
});
