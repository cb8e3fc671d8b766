import 'server-only';
import { readNoteDocx, type DocxParagraph, type DocxReading } from '#lib/documents/docx/read-docx';
import { unmarked } from '#lib/documents/docx/unmarked';
import { aligned } from '#lib/text/aligned';

/** `now` is null where the number is gone with the words around it. */
export type NumberChange = Readonly<{
  key: string;
  where: string;
  original: string;
  now: string | null;
}>;
export type TextChange = Readonly<
  { where: string; removed: string } | { where: string; added: string }
>;
export type Differences = Readonly<{
  numbers: readonly NumberChange[];
  text: readonly TextChange[];
  charts: readonly Readonly<{ figure: number; original: string; now: string | null }>[];
  properties: readonly Readonly<{ name: string; original: string; now: string | null }>[];
}>;

/** Ten thousand paragraphs against as many others would be a file made to keep us busy. */
const mostCells = 36_000_000;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
/**
 * What a paragraph says beside its bound numbers; two that differ in numbers alone are the same.
 */
const signature = ({ pieces }: DocxParagraph) =>
  plain(
    pieces
      .map(({ key, text }) =>
        key === undefined ? text.replaceAll('\u0000', '') : `\u0000${key}\u0000`,
      )
      .join(''),
  );
const numbersIn = ({ pieces }: DocxParagraph) =>
  pieces.filter((piece): piece is { key: string; text: string } => piece.key !== undefined);
const isEmpty = (paragraph: DocxParagraph) =>
  plain(paragraph.text) === '' && numbersIn(paragraph).length === 0;

function compared(original: DocxParagraph, now: readonly (string | null)[]): NumberChange[] {
  return numbersIn(original).flatMap(({ key, text }, n) => {
    const found = now[n] ?? null;
    return found !== null && plain(found) === plain(text)
      ? []
      : [{ key, where: original.where, original: text, now: found }];
  });
}

const isNumberAlone = ({ pieces }: DocxParagraph) =>
  pieces.length === 1 && pieces[0]?.key !== undefined;

/**
 * Of a paragraph without its equal: the one that says the same around its numbers, or, of a cell
 * that is a number alone, the one in the same place.
 */
function counterpart(
  original: DocxParagraph,
  candidates: readonly DocxParagraph[],
  inPlace: DocxParagraph | undefined,
): Readonly<{ at: number; found: readonly string[] }> | null {
  for (const [at, candidate] of candidates.entries()) {
    const found = unmarked(original.pieces, candidate.text);
    if (found) return { at, found };
  }
  const at =
    inPlace && isNumberAlone(original) && numbersIn(inPlace).length === 0
      ? candidates.indexOf(inPlace)
      : -1;
  return at >= 0 && inPlace ? { at, found: [inPlace.text] } : null;
}

function paragraphChanges(left: readonly DocxParagraph[], right: readonly DocxParagraph[]) {
  const { pairs, gaps } = aligned(left.map(signature), right.map(signature), mostCells);
  const numbers: NumberChange[] = [];
  const text: TextChange[] = [];
  for (const [l, r] of pairs) {
    const original = left[l];
    const copy = right[r];
    if (original && copy)
      numbers.push(
        ...compared(
          original,
          numbersIn(copy).map((each) => each.text),
        ),
      );
  }
  for (const gap of gaps) {
    const added = gap.right.flatMap((n) => right[n] ?? []);
    const marked = new Map<string, string[]>();
    const missing: DocxParagraph[] = [];
    const there = [...added];
    for (const [n, original] of gap.left.flatMap((at) => left[at] ?? []).entries()) {
      const same = counterpart(
        original,
        added,
        gap.left.length === gap.right.length ? there[n] : undefined,
      );
      if (same) {
        numbers.push(...compared(original, same.found));
        added.splice(same.at, 1);
      } else missing.push(original);
    }
    for (const { key, text: said } of added.flatMap(numbersIn))
      marked.set(key, [...(marked.get(key) ?? []), said]);
    for (const original of missing) {
      numbers.push(
        ...compared(
          original,
          numbersIn(original).map(({ key }) => marked.get(key)?.shift() ?? null),
        ),
      );
      if (!isNumberAlone(original))
        text.push({ where: original.where, removed: plain(original.text) });
    }
    for (const { where, text: said } of added) text.push({ where, added: plain(said) });
  }
  return { numbers, text };
}

function chartChanges(
  left: DocxReading['charts'],
  right: DocxReading['charts'],
): Differences['charts'] {
  return left.flatMap((words, n): Differences['charts'] => {
    const now = right[n];
    if (!now) return [{ figure: n + 1, original: words.join(' · '), now: null }];
    const { gaps } = aligned(words, now, mostCells);
    return gaps.map((gap) => ({
      figure: n + 1,
      original: gap.left.map((at) => words[at]).join(' · '),
      now: gap.right.map((at) => now[at]).join(' · '),
    }));
  });
}

/**
 * In what a copy of a Word file reads otherwise than the original: its bound numbers by name, then
 * its words, its charts and what it says of itself. Looks are no difference.
 */
export async function differencesOf(original: Uint8Array, copy: Uint8Array): Promise<Differences> {
  const [left, right] = await Promise.all([readNoteDocx(original), readNoteDocx(copy)]);
  const changes = paragraphChanges(
    left.paragraphs.filter((each) => !isEmpty(each)),
    right.paragraphs.filter((each) => !isEmpty(each)),
  );
  const properties = Object.entries(left.properties).flatMap(([name, said]) => {
    const now = right.properties[name as keyof typeof right.properties] ?? null;
    return now === said ? [] : [{ name, original: said, now }];
  });
  return { ...changes, charts: chartChanges(left.charts, right.charts), properties };
}

export const sameText = ({ numbers, text, charts, properties }: Differences): boolean =>
  numbers.length + text.length + charts.length + properties.length === 0;
