import 'server-only';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { valueListAddress, type EditionScope } from '#lib/notes/model/list-addresses';
import { buildAnnex } from '#lib/notes/assembly/annex';
import type { Block, FinishedNote, Run } from '#lib/documents/model/document';
import { rulesOf, type Edition, type NoteBlock } from '#lib/notes/model/edition';
import { claimHolds, evaluateValues, type NoteCounts } from '#lib/notes/model/evaluate';
import { isTableExhibit, type NamingContext } from '#lib/notes/exhibits/grids';
import { renderExhibit } from '#lib/notes/exhibits/render-exhibit';
import { renderContext, type NameLookup } from '#lib/notes/text/render-context';
import { mastheadLines } from '#lib/notes/assembly/masthead';
import { asProse, endLists } from '#lib/notes/text/prose';
import { wordingOf, type Wording } from '#lib/notes/text/wording';
import { parseMessage } from '#lib/notes/text/parse-message';
import { numberBlocks, sectionLabel } from '#lib/notes/assembly/numbering';
import type { EvaluatedBlock, RenderContext } from '#lib/notes/text/render-placeholder';
import { mergeRuns, renderMessage } from '#lib/notes/text/render-message';
import type { BlockContent, BlockKind, ValueFilter } from '#lib/notes/model/vocabulary';
import type { ComparisonSide } from '#lib/counting/comparisons/compare';
import type { CountedVocabulary } from '#lib/counting/facts/facts';

/** All that a note is assembled from, at one revision and for every language. */
export type EditionSnapshot = Readonly<{
  edition: Edition;
  blocks: readonly NoteBlock[];
  counts: NoteCounts;
  scope: EditionScope;
  revision: number;
  names: NameLookup;
  vocabulary: CountedVocabulary;
  sideOf: (filter: ValueFilter) => ComparisonSide;
}>;

const evaluateBlock = ({ key, content }: NoteBlock, counts: NoteCounts): EvaluatedBlock => ({
  key,
  content,
  results: evaluateValues(content, counts),
  claimResults: Object.fromEntries(
    Object.entries(content.claims).map(([name, claim]) => [name, claimHolds(claim, counts)]),
  ),
});

/** The text of a block in a language, or in the source language if it is not translated. */
export const blockText = (
  { content }: NoteBlock,
  { sourceLocale }: Edition,
  locale: Locale,
): string => content.texts[locale]?.text ?? content.texts[sourceLocale]?.text ?? '';

function renderText(
  context: RenderContext,
  evaluated: EvaluatedBlock,
  text: string,
  kind: BlockKind,
): readonly Run[] {
  const message = parseMessage(text);
  if (!message) return [{ text, mark: 'false' }];
  const runs = mergeRuns(renderMessage(context, evaluated, message));
  return context.wording.isProse ? asProse(context.locale, kind, runs) : runs;
}

const isEmpty = (runs: readonly Run[]) =>
  runs.every(({ text, footnote }) => text.trim() === '' && footnote === undefined);

/** A block with its evaluated values and its text in the language. */
type TextBlock = Readonly<{ block: NoteBlock; said: EvaluatedBlock; text: string }>;

/** Renders blocks without links and references, before they are numbered. */
const contextWithoutNumbers = (
  { edition, names, counts }: Pick<EditionSnapshot, 'edition' | 'names' | 'counts'>,
  wording: Wording,
): RenderContext =>
  renderContext({
    edition,
    names,
    wording,
    counts,
    href: () => undefined,
    reference: () => '',
    footnote: () => null,
  });

/** How a text refers to another block. */
function referenceText(t: Translate, kind: BlockKind, number: string): string {
  if (kind === 'figure') return t('notes.say.figure', { number });
  if (kind === 'table') return t('notes.say.table', { number });
  return kind.startsWith('heading')
    ? t('notes.say.section', { number })
    : t('notes.say.paragraph', { number });
}

/** Numbers footnotes in the order of their first marks. */
function footnoteNumbers(blocks: readonly TextBlock[]) {
  const footnotes = new Map(
    blocks.filter(({ block }) => block.kind === 'footnote').map((each) => [each.block.key, each]),
  );
  const marked: string[] = [];
  return {
    numberOf(key: string): number | null {
      if (!footnotes.has(key)) return null;
      if (!marked.includes(key)) marked.push(key);
      return marked.indexOf(key) + 1;
    },
    /** The footnotes that have a mark so far, in their order. */
    marked: () => marked.map((key) => footnotes.get(key)!),
  };
}

/** A block with its number and its rendered text. */
export type RenderedBlock = Readonly<{
  block: NoteBlock;
  evaluated: EvaluatedBlock;
  number: string;
  runs: readonly Run[];
}>;
export type RenderedBlocks = Readonly<{
  /** The blocks in their order, without footnotes. */
  blocks: readonly RenderedBlock[];
  footnotes: readonly Readonly<{ number: number; key: string; runs: readonly Run[] }>[];
  context: RenderContext;
}>;

/** The blocks with a text in the language. A sentence may be empty where its numbers are zero. */
function nonEmptyBlocks(
  { edition, blocks, counts, names }: EditionSnapshot,
  wording: Wording,
): readonly TextBlock[] {
  const { locale } = wording;
  const context = contextWithoutNumbers({ edition, names, counts }, wording);
  return blocks
    .map((block): TextBlock => ({
      block,
      said: evaluateBlock(block, counts),
      text: blockText(block, edition, locale),
    }))
    .filter(
      ({ block, said: evaluated, text }) =>
        block.content.exhibit || !isEmpty(renderText(context, evaluated, text, block.kind)),
    );
}

/** How an edition is worded in a language. */
export const editionWording = (edition: Edition, locale: Locale): Wording =>
  wordingOf(rulesOf(edition), locale);

/** Numbers and renders the blocks of an edition in a language, without empty ones. */
export function renderBlocks(snapshot: EditionSnapshot, locale: Locale): RenderedBlocks {
  const { edition, names, counts, scope } = snapshot;
  const wording = editionWording(edition, locale);
  const { t } = wording;
  const blocks = nonEmptyBlocks(snapshot, wording);
  const numbers = numberBlocks(
    blocks.map(({ block }) => block),
    wording,
  );
  const kinds = new Map(blocks.map(({ block }) => [block.key, block.kind]));
  const footnotes = footnoteNumbers(blocks);
  const context = renderContext({
    edition,
    names,
    wording,
    counts,
    href: (value, code) => valueListAddress(scope, value, code),
    reference: (key) => {
      const number = numbers.get(key);
      const kind = kinds.get(key);
      return number === undefined || kind === undefined ? null : referenceText(t, kind, number);
    },
    footnote: footnotes.numberOf,
  });
  // Texts are rendered first, since footnotes are numbered by the order of their marks.
  const texts = blocks
    .filter(({ block }) => block.kind !== 'footnote')
    .map(({ block, said: evaluated, text }): RenderedBlock => ({
      block,
      evaluated,
      number: numbers.get(block.key) ?? '',
      runs: renderText(context, evaluated, text, block.kind),
    }));
  const read = wording.isProse ? endLists(locale, texts) : texts;
  const withoutMarks = { ...context, footnote: () => null };
  return {
    blocks: read,
    footnotes: footnotes.marked().map(({ block, said: evaluated, text }, index) => ({
      number: index + 1,
      key: block.key,
      runs: renderText(withoutMarks, evaluated, text, block.kind),
    })),
    context,
  };
}

/** The header of the first column, which names what the rows are. */
function headerOfFirstColumn(t: Translate, name: string): string {
  if (name.includes('article') || name === 'matrix') return t('notes.exhibits.articleHead');
  if (name === 'types') return t('notes.exhibits.type');
  return name.includes('categor') ? t('notes.exhibits.category') : t('notes.exhibits.region');
}

/** The explanation below an exhibit, if it needs one. */
function exhibitNote(t: Translate, name: string): string | null {
  if (name === 'types') return t('notes.exhibits.typesNote');
  if (name.includes('article')) return t('notes.exhibits.byArticleNote');
  return name === 'by-category' ? t('notes.exhibits.roundedNote') : null;
}

const headingLevels = { 'heading-1': 1, 'heading-2': 2 } as const;

/** Converts a block with an exhibit to a table or figure of the document. */
function toExhibitBlock(
  { counts, scope }: EditionSnapshot,
  naming: NamingContext,
  { block: { key }, number, runs }: RenderedBlock,
  shown: NonNullable<BlockContent['exhibit']>,
): Block {
  const { t } = naming.wording;
  const { table, chart } = renderExhibit(
    key,
    shown,
    headerOfFirstColumn(t, shown.name),
    counts,
    naming,
    scope,
  );
  const note = exhibitNote(t, shown.name);
  const captioned = { key, caption: runs, note: note ? [{ text: note }] : null, table };
  if (isTableExhibit(shown.name))
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

/** Converts a rendered block to a block of the document. */
function toDocumentBlock(
  snapshot: EditionSnapshot,
  naming: NamingContext,
  read: RenderedBlock,
): Block {
  const {
    block: { key, kind, content },
    number,
    runs,
  } = read;
  if (kind === 'paragraph') return { kind, key, number: Number(number), runs };
  if (kind === 'item') return { kind, key, label: naming.wording.itemLabel(number), runs };
  if (content.exhibit) return toExhibitBlock(snapshot, naming, read, content.exhibit);
  return {
    kind: 'heading',
    key,
    level: kind === 'heading-1' || kind === 'heading-2' ? headingLevels[kind] : 3,
    number: sectionLabel(number, kind, naming.wording),
    runs,
  };
}

/** The texts of the summary, one after the other. */
const joinSummaries = (locale: Locale, texts: readonly (readonly Run[])[]): readonly Run[] =>
  texts.flatMap((runs, at) => (at > 0 && locale !== 'zh' ? [{ text: ' ' }, ...runs] : runs));

/** The head of the note: symbol, date, languages, session, title and summary. */
function buildHead(
  edition: Edition,
  { locale, t, fact, wording }: RenderContext,
  read: readonly RenderedBlock[],
): FinishedNote['head'] {
  const agenda = fact('agendaSymbol');
  return {
    symbol: edition.symbol,
    lines: mastheadLines(edition, wording),
    body: t('notes.document.body'),
    session: sentenceCase(fact('session') ?? '', locale),
    place: wording.place(edition.place),
    agendaItem: t('notes.document.agendaItem', { item: edition.agendaItem }) + (agenda ? '*' : ''),
    ...(agenda && { agendaNote: t('noteParts.agendaNote', { symbol: agenda }) }),
    title: edition.title[locale] ?? edition.title[edition.sourceLocale] ?? '',
    author: t('notes.document.author'),
    summaryTitle: t('notes.document.summary'),
    summary: joinSummaries(
      locale,
      read.filter(({ block }) => block.kind === 'summary').map(({ runs }) => runs),
    ),
  };
}

const sentenceCase = (text: string, locale: Locale) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** The labels that a document adds around its content. */
function documentLabels({ status }: Edition, t: Translate): FinishedNote['labels'] {
  const isFinal = status === 'frozen' || status === 'published';
  return {
    contents: t('notes.document.contents'),
    footnotes: t('notes.document.footnotes'),
    draft: isFinal ? null : t('notes.document.draft'),
    page: t('notes.document.page'),
  };
}

/**
 * Assembles the note in one language but for its checksum, which is of the content of all languages:
 * what it returns completes the note with it. The checksum of a draft is empty.
 */
export function assembleContent(
  snapshot: EditionSnapshot,
  locale: Locale,
): (checksum: string) => FinishedNote {
  const { edition, revision } = snapshot;
  const { blocks: read, footnotes, context } = renderBlocks(snapshot, locale);
  const { termName, wording, t } = context;
  const blocks = read
    .filter(({ block }) => block.kind !== 'summary')
    .map((each) => toDocumentBlock(snapshot, { wording, termName }, each));
  const content = {
    locale,
    head: buildHead(edition, context, read),
    blocks,
    footnotes: footnotes.map(({ number, runs }) => ({ number, runs })),
    annex: buildAnnex(snapshot, { wording, read, blocks, termName }),
  };
  return (checksum) => ({
    ...content,
    colophon: [
      t('notes.document.colophon', {
        cutoff: wording.date(edition.cutoff),
        revision: formatNumber(locale, revision),
        checksum: checksum || '–',
      }),
      ...(edition.head ? [t('notes.document.registerHead', { head: edition.head })] : []),
    ].join(' '),
    cutoff: edition.cutoff,
    revision,
    checksum,
    labels: documentLabels(edition, t),
  });
}

/** Assembles the note in one language. `checksum`: that of the canonical content, empty in a draft. */
export const assembleNote = (
  snapshot: EditionSnapshot,
  locale: Locale,
  checksum: string,
): FinishedNote => assembleContent(snapshot, locale)(checksum);
