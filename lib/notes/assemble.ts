import 'server-only';
import type { Locale } from '#lib/convention/names';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { addressOf, type EditionScope } from '#lib/notes/addresses';
import { annexOf } from '#lib/notes/annex';
import type { Block, FinishedNote, Run } from '#lib/documents/model/document';
import type { Edition, NoteBlock } from '#lib/notes/edition';
import { holds, shownIn, type Reading } from '#lib/notes/model/evaluate';
import { isTable, type Naming } from '#lib/notes/exhibit-grids';
import { exhibit } from '#lib/notes/exhibits';
import { languageIn, sayingOf, type Names } from '#lib/notes/in-language';
import { readMessage } from '#lib/notes/message';
import { numbersOf, sectionLabel } from '#lib/notes/numbering';
import type { Said, Saying } from '#lib/notes/placeholders';
import { joined, say } from '#lib/notes/say';
import type { BlockContent, BlockKind, Narrowing } from '#lib/notes/model/vocabulary';
import type { Side } from '#lib/counting/summaries/compare';
import type { CountedVocabulary } from '#lib/counting/summaries/facts';

/** All that a finished note is made of; the same for every language but the names. */
export type Material = Readonly<{
  edition: Edition;
  blocks: readonly NoteBlock[];
  reading: Reading;
  scope: EditionScope;
  revision: number;
  names: Names;
  vocabulary: CountedVocabulary;
  side: (narrowing: Narrowing) => Side;
}>;

const saidOf = ({ key, content }: NoteBlock, reading: Reading): Said => ({
  key,
  content,
  shown: shownIn(content, reading),
  holds: Object.fromEntries(
    Object.entries(content.claims).map(([name, claim]) => [name, holds(claim, reading)]),
  ),
});

/** The text of a block in a language, or in the source language while it is not translated. */
export const textIn = ({ content }: NoteBlock, { sourceLocale }: Edition, locale: Locale): string =>
  content.texts[locale]?.text ?? content.texts[sourceLocale]?.text ?? '';

function runsOf(saying: Saying, said: Said, text: string): readonly Run[] {
  const message = readMessage(text);
  return message ? joined(say(saying, said, message)) : [{ text, mark: 'false' }];
}

const isEmpty = (runs: readonly Run[]) =>
  runs.every(({ text, footnote }) => text.trim() === '' && footnote === undefined);

/** A block with its values as they are counted, and its text in the language. */
type SaidBlock = Readonly<{ block: NoteBlock; said: Said; text: string }>;

/** How blocks are said where only their words count, before any of them has a number. */
const plainSaying = (edition: Edition, names: Names, locale: Locale, t: Translate): Saying =>
  sayingOf({
    edition,
    names,
    locale,
    t,
    href: () => undefined,
    reference: () => '',
    footnote: () => null,
  });

/** The words that a text refers to another block by. */
function referenceTo(t: Translate, kind: BlockKind, number: string): string {
  if (kind === 'figure') return t('notes.say.figure', { number });
  if (kind === 'table') return t('notes.say.table', { number });
  return kind.startsWith('heading')
    ? t('notes.say.section', { number })
    : t('notes.say.paragraph', { number });
}

/** Numbers the footnotes of these blocks where each is first called. */
function footnoteNumbers(blocks: readonly SaidBlock[]) {
  const footnotes = new Map(
    blocks.filter(({ block }) => block.kind === 'footnote').map((each) => [each.block.key, each]),
  );
  const called: string[] = [];
  return {
    numberOf(key: string): number | null {
      if (!footnotes.has(key)) return null;
      if (!called.includes(key)) called.push(key);
      return called.indexOf(key) + 1;
    },
    /** Those that have been called so far, in their order. */
    called: () => called.map((key) => footnotes.get(key)!),
  };
}

/**
 * Every block as it is read, without those that say nothing: a sentence about what there is none of
 * may be empty.
 */
export function readBlocks(
  { edition, blocks, reading, names, scope }: Material,
  locale: Locale,
  t: Translate,
) {
  const plain = plainSaying(edition, names, locale, t);
  const kept = blocks
    .map((block): SaidBlock => ({
      block,
      said: saidOf(block, reading),
      text: textIn(block, edition, locale),
    }))
    .filter(
      ({ block, said, text }) => block.content.exhibit || !isEmpty(runsOf(plain, said, text)),
    );
  const numbers = numbersOf(
    kept.map(({ block }) => block),
    locale,
  );
  const kinds = new Map(kept.map(({ block }) => [block.key, block.kind]));
  const footnotes = footnoteNumbers(kept);
  const saying = sayingOf({
    edition,
    names,
    locale,
    t,
    href: (value, code) => addressOf(scope, value, code),
    reference: (key) => {
      const number = numbers.get(key);
      const kind = kinds.get(key);
      return number === undefined || kind === undefined ? null : referenceTo(t, kind, number);
    },
    footnote: footnotes.numberOf,
  });
  // The texts come first: they say in which order the footnotes are called.
  const read = kept
    .filter(({ block }) => block.kind !== 'footnote')
    .map(({ block, said, text }) => ({
      block,
      said,
      number: numbers.get(block.key) ?? '',
      runs: runsOf(saying, said, text),
    }));
  return {
    read,
    footnotes: footnotes.called().map(({ block, said, text }, at) => ({
      number: at + 1,
      key: block.key,
      runs: runsOf({ ...saying, footnote: () => null }, said, text),
    })),
    saying,
  };
}
type ReadBlock = ReturnType<typeof readBlocks>['read'][number];

/** What the rows of an exhibit are, over its first column. */
function firstColumn(t: Translate, name: string): string {
  if (name.includes('article') || name === 'matrix') return t('notes.exhibits.articleHead');
  if (name === 'types') return t('notes.exhibits.type');
  return name.includes('categor') ? t('notes.exhibits.category') : t('notes.exhibits.region');
}

/** What is to be known beneath an exhibit. */
function noteUnder(t: Translate, name: string): string | null {
  if (name === 'types') return t('notes.exhibits.typesNote');
  if (name.includes('article')) return t('notes.exhibits.byArticleNote');
  return name === 'by-category' ? t('notes.exhibits.roundedNote') : null;
}

const headingLevels = { 'heading-1': 1, 'heading-2': 2 } as const;

/** A table or figure with its numbers. */
function exhibitBlock(
  { reading, scope }: Material,
  naming: Naming,
  { block: { key }, number, runs }: ReadBlock,
  shown: NonNullable<BlockContent['exhibit']>,
): Block {
  const { t } = naming;
  const { table, chart } = exhibit(key, shown, firstColumn(t, shown.name), reading, naming, scope);
  const note = noteUnder(t, shown.name);
  const captioned = { key, caption: runs, note: note ? [{ text: note }] : null, table };
  if (isTable(shown.name))
    return { kind: 'table', label: t('notes.document.table', { number }), ...captioned };
  return {
    kind: 'figure',
    label: t('notes.document.figure', { number }),
    ...captioned,
    chart,
    description: t('notes.exhibits.description', {
      kind: chart.kind,
      caption: runs.map(({ text }) => text).join(''),
    }),
  };
}

/** A block of the note as a part of the finished document. */
function documentBlock(material: Material, naming: Naming, read: ReadBlock): Block {
  const {
    block: { key, kind, content },
    number,
    runs,
  } = read;
  if (kind === 'paragraph') return { kind, key, number: Number(number), runs };
  if (kind === 'item') return { kind, key, label: `(${number})`, runs };
  if (content.exhibit) return exhibitBlock(material, naming, read, content.exhibit);
  return {
    kind: 'heading',
    key,
    level: kind === 'heading-1' || kind === 'heading-2' ? headingLevels[kind] : 3,
    number: sectionLabel(number, kind, naming.locale),
    runs,
  };
}

/** What stands over a note: symbol, date, languages, session, title and summary. */
function headOf(
  edition: Edition,
  { locale, t, fact }: Saying,
  read: readonly ReadBlock[],
): FinishedNote['head'] {
  return {
    symbol: edition.symbol,
    lines: [
      t('notes.document.distribution'),
      formatDate(locale, edition.documentDate),
      languageIn(locale, locale),
      t('notes.document.original', { language: languageIn(edition.sourceLocale, locale) }),
    ],
    body: t('notes.document.body'),
    session: fact('session') ?? '',
    place: edition.place,
    agendaItem: t('notes.document.agendaItem', { item: edition.agendaItem }),
    title: edition.title[locale] ?? edition.title[edition.sourceLocale] ?? '',
    author: t('notes.document.author'),
    summaryTitle: t('notes.document.summary'),
    summary: read.find(({ block }) => block.kind === 'summary')?.runs ?? [],
  };
}

/** The words that a document needs beside its text. */
function documentWords({ status }: Edition, t: Translate): FinishedNote['words'] {
  const isFinal = status === 'frozen' || status === 'published';
  return {
    contents: t('notes.document.contents'),
    footnotes: t('notes.document.footnotes'),
    draft: isFinal ? null : t('notes.document.draft'),
    page: t('notes.document.page'),
  };
}

/**
 * The note in one language. `checksum` is that of the canonical content, empty while it is being
 * made.
 */
export function assemble(
  material: Material,
  locale: Locale,
  t: Translate,
  checksum: string,
): FinishedNote {
  const { edition, revision, names } = material;
  const { read, footnotes, saying } = readBlocks(material, locale, t);
  const { termName } = saying;
  const blocks = read
    .filter(({ block }) => block.kind !== 'summary')
    .map((each) => documentBlock(material, { locale, t, termName }, each));
  return {
    locale,
    head: headOf(edition, saying, read),
    blocks,
    footnotes: footnotes.map(({ number, runs }) => ({ number, runs })),
    annex: annexOf(material, { locale, t, read, blocks, termName, names }),
    colophon: t('notes.document.colophon', {
      cutoff: formatDate(locale, edition.cutoff),
      revision: formatNumber(locale, revision),
      checksum: checksum || '–',
    }),
    cutoff: edition.cutoff,
    revision,
    checksum,
    words: documentWords(edition, t),
  };
}
