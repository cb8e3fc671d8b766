import type { Locale } from '#lib/convention/names';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { addressOf, type EditionScope } from '#lib/notes/addresses';
import { annexOf } from '#lib/notes/annex';
import type { Block, FinishedNote, Run } from '#lib/documents/model/document';
import type { Edition, NoteBlock } from '#lib/notes/edition';
import { holds, shownIn, type Reading } from '#lib/notes/model/evaluate';
import { isTable } from '#lib/notes/exhibit-grids';
import { exhibit } from '#lib/notes/exhibits';
import { languageIn, sayingOf, type Names } from '#lib/notes/in-language';
import { readMessage } from '#lib/notes/message';
import { numbersOf, sectionLabel } from '#lib/notes/numbering';
import type { Said, Saying } from '#lib/notes/placeholders';
import { joined, say } from '#lib/notes/say';
import type { EditionFact, Narrowing } from '#lib/notes/model/vocabulary';
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

/**
 * Every block as it is read, without those that say nothing: a sentence about what there is none of
 * may be empty.
 */
export function readBlocks(
  { edition, blocks, reading, names, scope }: Material,
  locale: Locale,
  t: Translate,
) {
  const said = blocks.map((block) => ({
    block,
    said: saidOf(block, reading),
    text: textIn(block, edition, locale),
  }));
  const plain = sayingOf({
    edition,
    names,
    locale,
    t,
    href: () => undefined,
    reference: () => '',
    footnote: () => null,
  });
  const kept = said.filter(
    ({ block, said: own, text }) => block.content.exhibit || !isEmpty(runsOf(plain, own, text)),
  );
  const numbers = numbersOf(
    kept.map(({ block }) => block),
    locale,
  );
  const kinds = new Map(kept.map(({ block }) => [block.key, block.kind]));
  const reference = (key: string) => {
    const number = numbers.get(key);
    const kind = kinds.get(key);
    if (number === undefined || kind === undefined) return null;
    return t(
      kind === 'figure'
        ? 'notes.say.figure'
        : kind === 'table'
          ? 'notes.say.table'
          : kind.startsWith('heading')
            ? 'notes.say.section'
            : 'notes.say.paragraph',
      { number },
    );
  };
  // A footnote is numbered where it is first called.
  const called: string[] = [];
  const footnote = (key: string) => {
    if (kinds.get(key) !== 'footnote') return null;
    if (!called.includes(key)) called.push(key);
    return called.indexOf(key) + 1;
  };
  const saying = sayingOf({
    edition,
    names,
    locale,
    t,
    href: (value, code) => addressOf(scope, value, code),
    reference,
    footnote,
  });
  const read = kept
    .filter(({ block }) => block.kind !== 'footnote')
    .map(({ block, said: own, text }) => ({
      block,
      said: own,
      number: numbers.get(block.key) ?? '',
      runs: runsOf(saying, own, text),
    }));
  const footnotes = called.map((key, at) => {
    const own = kept.find(({ block }) => block.key === key)!;
    return {
      number: at + 1,
      key,
      runs: runsOf({ ...saying, footnote: () => null }, own.said, own.text),
    };
  });
  return { read, footnotes, saying };
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
  const { edition, reading, scope, revision, names } = material;
  const { read, footnotes, saying } = readBlocks(material, locale, t);
  const naming = { locale, t, termName: saying.termName };
  const firstColumn = (name: string) =>
    t(
      name.includes('article') || name === 'matrix'
        ? 'notes.exhibits.articleHead'
        : name === 'types'
          ? 'notes.exhibits.type'
          : name.includes('categor')
            ? 'notes.exhibits.category'
            : 'notes.exhibits.region',
    );
  const noteOf = (name: string) =>
    name === 'types'
      ? t('notes.exhibits.typesNote')
      : name.includes('article')
        ? t('notes.exhibits.byArticleNote')
        : name === 'by-category'
          ? t('notes.exhibits.roundedNote')
          : null;
  const blocks = read
    .filter(({ block }) => block.kind !== 'summary')
    .map(({ block: { key, kind, content }, number, runs }): Block => {
      if (kind === 'paragraph') return { kind, key, number: Number(number), runs };
      if (kind === 'item') return { kind, key, label: `(${number})`, runs };
      if (content.exhibit) {
        const { name } = content.exhibit;
        const { table, chart } = exhibit(
          key,
          content.exhibit,
          firstColumn(name),
          reading,
          naming,
          scope,
        );
        const note = noteOf(name);
        const captioned = { key, caption: runs, note: note ? [{ text: note }] : null, table };
        if (isTable(name))
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
      const level = kind === 'heading-1' ? 1 : kind === 'heading-2' ? 2 : 3;
      return { kind: 'heading', key, level, number: sectionLabel(number, kind, locale), runs };
    });
  const date = (day: string) => formatDate(locale, day);
  const fact = (name: EditionFact) => saying.fact(name) ?? '';
  return {
    locale,
    head: {
      symbol: edition.symbol,
      lines: [
        t('notes.document.distribution'),
        date(edition.documentDate),
        languageIn(locale, locale),
        t('notes.document.original', { language: languageIn(edition.sourceLocale, locale) }),
      ],
      body: t('notes.document.body'),
      session: fact('session'),
      place: edition.place,
      agendaItem: t('notes.document.agendaItem', { item: edition.agendaItem }),
      title: edition.title[locale] ?? edition.title[edition.sourceLocale] ?? '',
      author: t('notes.document.author'),
      summaryTitle: t('notes.document.summary'),
      summary: read.find(({ block }) => block.kind === 'summary')?.runs ?? [],
    },
    blocks,
    footnotes: footnotes.map(({ number, runs }) => ({ number, runs })),
    annex: annexOf(material, { locale, t, read, blocks, termName: saying.termName, names }),
    colophon: t('notes.document.colophon', {
      cutoff: date(edition.cutoff),
      revision: formatNumber(locale, revision),
      checksum: checksum || '–',
    }),
    cutoff: edition.cutoff,
    revision,
    checksum,
    words: {
      contents: t('notes.document.contents'),
      footnotes: t('notes.document.footnotes'),
      draft:
        edition.status === 'frozen' || edition.status === 'published'
          ? null
          : t('notes.document.draft'),
      page: t('notes.document.page'),
    },
  };
}
