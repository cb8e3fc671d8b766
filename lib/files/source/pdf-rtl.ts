/** One sign with the marks above and below it, as it stands on the page. */
type Cell = string;
type Placed = Readonly<{ text: string; left: number; right: number; size: number; dir: string }>;

const number = /^\p{Nd}/u;
const rtl = (cell: Cell) =>
  /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(cell) && !number.test(cell);
const letter = (cell: Cell) => /^\p{L}/u.test(cell) && !rtl(cell);
const joins = /^[.,:/٫٬]$/u;
const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '（': '）',
  '）': '（',
};

const cellsOf = (text: string): Cell[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/**
 * Where a run that is written from left to right begins at `from`: words from their last sign to
 * their first, or one number.
 */
function runAt(cells: readonly Cell[], from: number): { end: number; words: boolean } | undefined {
  const first = cells[from]!;
  if (!letter(first) && !number.test(first)) return undefined;
  let words = letter(first) ? from : -1;
  for (let i = from + 1; i < cells.length && !rtl(cells[i]!); i += 1)
    if (letter(cells[i]!)) words = i;
  if (words >= 0) return { end: words + 1, words: true };
  let end = from + 1;
  while (
    end < cells.length &&
    (number.test(cells[end]!) || (joins.test(cells[end]!) && number.test(cells[end + 1] ?? '')))
  )
    end += 1;
  return { end, words: false };
}

/**
 * Turns the runs of the other direction about, and back again if done twice. Brackets around them
 * face the way they are read.
 */
function turned(cells: readonly Cell[], mirror: boolean): Cell[] {
  const result: Cell[] = [];
  for (let i = 0; i < cells.length;) {
    const run = runAt(cells, i);
    if (run) result.push(...cells.slice(i, run.end).toReversed());
    else result.push((mirror ? mirrored[cells[i]!] : undefined) ?? cells[i]!);
    i = run?.end ?? i + 1;
  }
  return result;
}

/** A line that is read from right to left, in the order in which it is read. */
export function readFromRight(runs: readonly Placed[]): string {
  const cells: Cell[] = [];
  let before: Placed | undefined;
  for (const run of runs.toSorted((a, b) => b.right - a.right)) {
    if (before && before.left - run.right > 0.15 * run.size) cells.push(' ');
    // pdf.js has put its right-to-left runs in the order of reading already; the others stand as
    // they are seen.
    const own =
      run.dir === 'rtl' ? turned(cellsOf(run.text), false) : cellsOf(run.text).toReversed();
    const last = cells.at(-1);
    if (last !== undefined && /^\p{M}/u.test(own[0] ?? ''))
      cells[cells.length - 1] = last + own.shift()!;
    cells.push(...own);
    before = run;
  }
  return turned(cells, true).join('');
}
