import type { Locale } from '#lib/convention/names';
import type { Run } from '#lib/documents/model/document';
import type { BlockKind } from '#lib/notes/model/vocabulary';

/** The kinds of blocks whose numbers below ten stand in words; in lists and captions they do not. */
const inWords: readonly BlockKind[] = ['summary', 'paragraph', 'footnote'];

/** After these words Russian inflects a number, so that it stays in figures. */
const russianPreposition = /(?:^|[\s(])(?:в|во|для|до|из|к|на|о|об|от|по|при|с|со|у)\s+$/iu;

/** A number of which the one before is a part: `7 of the 14`. */
const partOfMore = /^ of the \d\d/u;

/** Whether a number between these texts stays in figures: in brackets, or before a percentage. */
const staysInFigures = (locale: Locale, before: string, after: string): boolean =>
  before.endsWith('(') ||
  partOfMore.test(after) ||
  /^\s*%/u.test(after) ||
  (locale === 'ru' && russianPreposition.test(before));

function numbersInFigures(locale: Locale, kind: BlockKind, runs: readonly Run[]): Run[] {
  return runs.map((run, at) => {
    // Arabic has its own words for one and two of something, which are no numbers before a noun.
    if (run.figures === undefined || locale === 'ar') return run;
    const before = runs[at - 1]?.text ?? '';
    const after = `${runs[at + 1]?.text ?? ''}${runs[at + 2]?.text ?? ''}`;
    if (inWords.includes(kind) && !staysInFigures(locale, before, after)) return run;
    const { figures, ...rest } = run;
    return { ...rest, text: figures };
  });
}

/** The end of a sentence, with what may close it. */
const sentenceEnd = /[.!?][)»”"]?\s+$/u;

/** Whether a run is text or a number: references follow abbreviations, and citations are names. */
const mayBegin = ({ reference, mark }: Run) => reference === undefined && mark !== 'citation';

/** Begins every sentence with a capital, where a name or a number in words stands first. */
function withCapitals(locale: Locale, kind: BlockKind, runs: readonly Run[]): Run[] {
  let before = kind === 'item' ? '' : '. ';
  return runs.map((run) => {
    const begins = sentenceEnd.test(before) && mayBegin(run);
    if (run.text !== '') before += run.text;
    return begins
      ? { ...run, text: run.text.charAt(0).toLocaleUpperCase(locale) + run.text.slice(1) }
      : run;
  });
}

/** Renders runs as running text of a block: numbers in words or figures, sentences with capitals. */
export const asProse = (locale: Locale, kind: BlockKind, runs: readonly Run[]): Run[] =>
  withCapitals(locale, kind, numbersInFigures(locale, kind, runs));

const semicolon = /[;；؛]$/u;

/** Ends the last item of a list with a full stop. */
function withFullStop(locale: Locale, runs: readonly Run[]): readonly Run[] {
  const last = runs.findLastIndex(({ text, footnote }) => text !== '' && footnote === undefined);
  const run = runs[last];
  const item = run?.text.trimEnd() ?? '';
  if (!run || !semicolon.test(item)) return runs;
  const text = item.slice(0, -1).trimEnd() + (locale === 'zh' ? '。' : '.');
  return runs.with(last, { ...run, text });
}

type ListedBlock = Readonly<{ block: Readonly<{ kind: BlockKind }>; runs: readonly Run[] }>;

/** Ends every list of items with a full stop, whichever items are left out. */
export const endLists = <T extends ListedBlock>(locale: Locale, blocks: readonly T[]): T[] =>
  blocks.map((each, at) =>
    each.block.kind === 'item' && blocks[at + 1]?.block.kind !== 'item'
      ? { ...each, runs: withFullStop(locale, each.runs) }
      : each,
  );
