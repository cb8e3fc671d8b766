import 'server-only';
import { diffArrays } from 'diff';
import { matchUntagged } from '#lib/documents/docx/match-untagged';
import { parseNoteDocx, type DocxParagraph, type ParsedDocx } from '#lib/documents/docx/parse-docx';

/** `now` is null where the number is gone with the words around it. */
type NumberChange = Readonly<{
  key: string;
  where: string;
  original: string;
  now: string | null;
}>;
type TextChange = Readonly<{ where: string; removed: string } | { where: string; added: string }>;
export type Differences = Readonly<{
  numbers: readonly NumberChange[];
  text: readonly TextChange[];
  charts: readonly Readonly<{ figure: number; original: string; now: string | null }>[];
  properties: readonly Readonly<{ name: string; original: string; now: string | null }>[];
}>;

/** Six thousand paragraphs that all differ take seconds; beyond that a file is taken as a whole. */
const maxEditLength = 12_000;

/** A stretch of two lists: entries that are equal in both, or what stands in place of each other. */
type Section<T> = Readonly<{ equal: boolean; left: readonly T[]; right: readonly T[] }>;

/** Divides two lists into sections that are equal by `keyOf` and sections that differ. */
function sectionsOf<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (entry: T) => string,
): Section<T>[] {
  const changes = diffArrays(left.map(keyOf), right.map(keyOf), { maxEditLength });
  if (!changes) return [{ equal: false, left, right }];
  const sections: Section<T>[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const { count, added, removed } of changes) {
    const leftEnd = added ? leftAt : leftAt + count;
    const rightEnd = removed ? rightAt : rightAt + count;
    const equal = !added && !removed;
    const section = {
      equal,
      left: left.slice(leftAt, leftEnd),
      right: right.slice(rightAt, rightEnd),
    };
    const last = sections.at(-1);
    // What was removed and what was added at the same place are one section.
    if (last && !last.equal && !equal)
      sections[sections.length - 1] = {
        equal,
        left: [...last.left, ...section.left],
        right: [...last.right, ...section.right],
      };
    else sections.push(section);
    leftAt = leftEnd;
    rightAt = rightEnd;
  }
  return sections;
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The text of a paragraph with its bound numbers by name: two that differ in numbers alone agree. */
const signatureOf = ({ pieces }: DocxParagraph) =>
  collapse(
    pieces
      .map(({ key, text }) =>
        key === undefined ? text.replaceAll('\u0000', '') : `\u0000${key}\u0000`,
      )
      .join(''),
  );

const numbersIn = ({ pieces }: DocxParagraph) =>
  pieces.filter((piece): piece is { key: string; text: string } => piece.key !== undefined);

const isEmpty = (paragraph: DocxParagraph) =>
  collapse(paragraph.text) === '' && numbersIn(paragraph).length === 0;

const isNumberAlone = ({ pieces }: DocxParagraph) =>
  pieces.length === 1 && pieces[0]?.key !== undefined;

/** The numbers of a paragraph that differ from those in the copy, which are in the same order. */
function numberChanges(
  original: DocxParagraph,
  copied: readonly (string | null)[],
): NumberChange[] {
  return numbersIn(original).flatMap(({ key, text }, index) => {
    const now = copied[index] ?? null;
    const same = now !== null && collapse(now) === collapse(text);
    return same ? [] : [{ key, where: original.where, original: text, now }];
  });
}

/** The row and column of a cell, without its caption, whose style some programs rename. */
function cellOf({ where }: DocxParagraph): string | null {
  const parts = where.split(', “');
  return parts.length > 2 && where.endsWith('”') ? `“${parts.slice(-2).join(', “')}` : null;
}

/**
 * Finds the counterpart of a paragraph without an equal: the candidate with the same words around
 * its numbers or, for a table cell that is a number alone, the one in the same cell or place.
 */
function counterpartOf(
  original: DocxParagraph,
  candidates: readonly DocxParagraph[],
  inSamePlace: DocxParagraph | undefined,
): Readonly<{ index: number; numbers: readonly string[] }> | null {
  for (const [index, candidate] of candidates.entries()) {
    const numbers = matchUntagged(original.pieces, candidate.text);
    if (numbers) return { index, numbers };
  }
  if (!isNumberAlone(original)) return null;
  const isUntagged = (candidate: DocxParagraph) => numbersIn(candidate).length === 0;
  const cell = cellOf(original);
  const inSameCell = (candidate: DocxParagraph) =>
    cell !== null && cellOf(candidate) === cell && isUntagged(candidate);
  // LibreOffice saves cells without the tags of their numbers, and leaves out descriptions around.
  const index = candidates.findIndex(
    (candidate) => inSameCell(candidate) || (candidate === inSamePlace && isUntagged(candidate)),
  );
  return index < 0 ? null : { index, numbers: [candidates[index]!.text] };
}

type ParagraphChanges = Pick<Differences, 'numbers' | 'text'>;

/** Compares paragraphs that say the same beside their numbers, pair by pair. */
const changesOfEqual = ({ left, right }: Section<DocxParagraph>): ParagraphChanges => ({
  numbers: left.flatMap((original, index) =>
    numberChanges(
      original,
      numbersIn(right[index]!).map(({ text }) => text),
    ),
  ),
  text: [],
});

/** Compares paragraphs that differ: their numbers as far as these are found, else their text. */
function changesOfDifferent({ left, right }: Section<DocxParagraph>): ParagraphChanges {
  const numbers: NumberChange[] = [];
  const text: TextChange[] = [];
  const added = [...right];
  const missing: DocxParagraph[] = [];
  for (const [index, original] of left.entries()) {
    const inSamePlace = left.length === right.length ? right[index] : undefined;
    const counterpart = counterpartOf(original, added, inSamePlace);
    if (counterpart) {
      numbers.push(...numberChanges(original, counterpart.numbers));
      added.splice(counterpart.index, 1);
    } else missing.push(original);
  }
  const addedNumbers = Map.groupBy(added.flatMap(numbersIn), ({ key }) => key);
  for (const original of missing) {
    const copied = numbersIn(original).map(
      ({ key }) => addedNumbers.get(key)?.shift()?.text ?? null,
    );
    numbers.push(...numberChanges(original, copied));
    if (!isNumberAlone(original))
      text.push({ where: original.where, removed: collapse(original.text) });
  }
  for (const paragraph of added)
    text.push({ where: paragraph.where, added: collapse(paragraph.text) });
  return { numbers, text };
}

function paragraphChanges(
  left: readonly DocxParagraph[],
  right: readonly DocxParagraph[],
): ParagraphChanges {
  const sections = sectionsOf(left, right, signatureOf);
  const changes = [
    ...sections.filter(({ equal }) => equal).map(changesOfEqual),
    ...sections.filter(({ equal }) => !equal).map(changesOfDifferent),
  ];
  return {
    numbers: changes.flatMap(({ numbers }) => numbers),
    text: changes.flatMap(({ text }) => text),
  };
}

function chartChanges(
  left: ParsedDocx['charts'],
  right: ParsedDocx['charts'],
): Differences['charts'] {
  return left.flatMap((texts, index): Differences['charts'] => {
    const figure = index + 1;
    const now = right[index];
    if (!now) return [{ figure, original: texts.join(' · '), now: null }];
    return sectionsOf(texts, now, (text) => text)
      .filter(({ equal }) => !equal)
      .map((section) => ({
        figure,
        original: section.left.join(' · '),
        now: section.right.join(' · '),
      }));
  });
}

/**
 * Returns where a copy of a Word file reads otherwise than the original: its bound numbers by name,
 * its words, its charts and its properties. Formatting is no difference.
 */
export async function differencesOf(original: Uint8Array, copy: Uint8Array): Promise<Differences> {
  const [left, right] = await Promise.all([parseNoteDocx(original), parseNoteDocx(copy)]);
  const changes = paragraphChanges(
    left.paragraphs.filter((paragraph) => !isEmpty(paragraph)),
    right.paragraphs.filter((paragraph) => !isEmpty(paragraph)),
  );
  const properties = Object.entries(left.properties).flatMap(([name, value]) => {
    const now = right.properties[name as keyof typeof right.properties] ?? null;
    return now === value ? [] : [{ name, original: value, now }];
  });
  return { ...changes, charts: chartChanges(left.charts, right.charts), properties };
}

export const sameText = ({ numbers, text, charts, properties }: Differences): boolean =>
  numbers.length + text.length + charts.length + properties.length === 0;
