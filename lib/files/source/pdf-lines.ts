import { readFromRight } from '#lib/files/source/pdf-rtl';

/** A run of text as pdf.js gives it, in points from the lower left corner of the page. */
export type PdfRun = Readonly<{
  str: string;
  dir: string;
  width: number;
  transform: readonly number[];
}>;
/** A line of a page: its text in reading order and the box that it fills. */
export type Line = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  rtl: boolean;
}>;

/** A run with its place on the page. */
export type PlacedRun = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  dir: string;
}>;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/gu;
const countMatches = (text: string, of: RegExp) => text.match(of)?.length ?? 0;
/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

function placeRun({
  str,
  dir,
  width,
  transform: [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0],
}: PdfRun): PlacedRun[] {
  // Vertical or slanting text is a stamp beside the text, not part of it.
  if (str.trim() === '' || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, left: x, right: x + width, y, size: Math.hypot(c, d) || 1, dir }];
}

/** Joins the runs of a line that is read from left to right. */
function readFromLeft(runs: readonly PlacedRun[]): string {
  let text = '';
  let before: PlacedRun | undefined;
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const gap = unspaced.test(text.at(-1) ?? '') || unspaced.test(run.text[0] ?? '') ? 0.6 : 0.15;
    text += before && run.left - before.right > gap * run.size ? ` ${run.text}` : run.text;
    before = run;
  }
  return text;
}

function lineOf(runs: readonly PlacedRun[], pageIsRtl: boolean): Line {
  const all = runs.map(({ text }) => text).join('');
  const rtl = pageIsRtl
    ? countMatches(all, rightToLeft) > 0 || countMatches(all, leftToRight) === 0
    : countMatches(all, rightToLeft) > countMatches(all, leftToRight);
  const text = (rtl ? readFromRight(runs) : readFromLeft(runs)).trim();
  const size = Math.max(...runs.map((run) => run.size));
  return {
    text,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    y: runs[0]!.y,
    size,
    rtl,
  };
}

/** Returns the lines of a page, in the order of the file. */
export function linesOf(runs: readonly PdfRun[]): Line[] {
  const lines: PlacedRun[][] = [];
  for (const run of runs.flatMap(placeRun)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && Math.abs(last.y - run.y) < 0.5 * Math.max(last.size, run.size))
      line.push(run);
    else lines.push([run]);
  }
  const whole = runs.map(({ str }) => str).join('');
  const pageIsRtl = countMatches(whole, rightToLeft) > countMatches(whole, leftToRight);
  return lines.map((line) => lineOf(line, pageIsRtl));
}

/** How many lines at the top and at the bottom of a page may belong to its margins. */
const marginLines = 2;
/** A line of a margin is the same on page after page except for its numbers. */
const withoutNumbers = (line: string) => line.replace(/\p{Nd}+/gu, '#').replace(/\s+/gu, ' ');
const pageNumber = /^[-–—\s(]*\p{Nd}{1,4}(?:\s*\/\s*\p{Nd}{1,4})?[-–—\s)]*$/u;

/** Removes running heads and feet, which would interrupt paragraphs. */
export function withoutMargins(pages: readonly (readonly Line[])[]): Line[][] {
  const linesAtEdges = (lines: readonly Line[]) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, marginLines), ...byHeight.slice(-marginLines)]);
  };
  const pagesWith = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set([...linesAtEdges(lines)].map(({ text }) => withoutNumbers(text))))
      pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  const isRepeated = (text: string) =>
    (pagesWith.get(withoutNumbers(text)) ?? 0) >= Math.max(3, pages.length * 0.4);
  return pages.map((lines) => {
    const atEdges = linesAtEdges(lines);
    const isPageNumber = (text: string) => pages.length > 1 && pageNumber.test(text);
    return lines.filter(
      (line) => !atEdges.has(line) || !(isRepeated(line.text) || isPageNumber(line.text)),
    );
  });
}
