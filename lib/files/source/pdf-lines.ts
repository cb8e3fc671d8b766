import { readFromRight } from '#lib/files/source/pdf-rtl';

/** A run of text as pdf.js places it on its page, in points from the lower left corner. */
export type Run = Readonly<{
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

type Placed = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  dir: string;
}>;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/gu;
const many = (text: string, of: RegExp) => text.match(of)?.length ?? 0;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

function placed({
  str,
  dir,
  width,
  transform: [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0],
}: Run): Placed[] {
  // What stands upright or aslant is a stamp beside the text, not part of it.
  if (str.trim() === '' || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, left: x, right: x + width, y, size: Math.hypot(c, d) || 1, dir }];
}

function readFromLeft(runs: readonly Placed[]): string {
  let text = '';
  let before: Placed | undefined;
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const room = wide.test(text.at(-1) ?? '') || wide.test(run.text[0] ?? '') ? 0.6 : 0.15;
    text += before && run.left - before.right > room * run.size ? ` ${run.text}` : run.text;
    before = run;
  }
  return text;
}

function lineOf(runs: readonly Placed[], pageIsRtl: boolean): Line {
  const all = runs.map(({ text }) => text).join('');
  const rtl = pageIsRtl
    ? many(all, rightToLeft) > 0 || many(all, leftToRight) === 0
    : many(all, rightToLeft) > many(all, leftToRight);
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

/** The lines of a page, in the order in which the file sets them. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Placed[][] = [];
  for (const run of runs.flatMap(placed)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && Math.abs(last.y - run.y) < 0.5 * Math.max(last.size, run.size))
      line.push(run);
    else lines.push([run]);
  }
  const whole = runs.map(({ str }) => str).join('');
  const pageIsRtl = many(whole, rightToLeft) > many(whole, leftToRight);
  return lines.map((line) => lineOf(line, pageIsRtl));
}

const edge = 2;
/** A line of the margin says the same on page after page but for its numbers. */
const likeness = (line: string) => line.replace(/\p{Nd}+/gu, '#').replace(/\s+/gu, ' ');
const pageNumber = /^[-–—\s(]*\p{Nd}{1,4}(?:\s*\/\s*\p{Nd}{1,4})?[-–—\s)]*$/u;

/** Pages without their running heads and feet, which would stand in the midst of paragraphs. */
export function withoutMargins(pages: readonly (readonly Line[])[]): Line[][] {
  const marginal = (lines: readonly Line[]) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, edge), ...byHeight.slice(-edge)]);
  };
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set([...marginal(lines)].map(({ text }) => likeness(text))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const repeated = (text: string) =>
    (seen.get(likeness(text)) ?? 0) >= Math.max(3, pages.length * 0.4);
  return pages.map((lines) => {
    const edges = marginal(lines);
    return lines.filter(
      (line) =>
        !edges.has(line) ||
        !(repeated(line.text) || (pages.length > 1 && pageNumber.test(line.text))),
    );
  });
}
