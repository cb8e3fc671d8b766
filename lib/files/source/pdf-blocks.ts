import 'server-only';
import { segmentsOf, type Row, type Segment } from '#lib/files/source/pdf-rows';
import { readFromRight } from '#lib/files/source/pdf-rtl';
import { isLabel, printedNumber } from '#lib/files/source/printed-number';

/** Rows that are read one after another; of a table, those of one cell. */
export type RowBlock = Readonly<{ rows: readonly Row[]; isCell: boolean }>;

type Interval = Readonly<{ from: number; to: number }>;
type Cut = Readonly<{ y: number; size: number; segments: readonly Segment[] }>;
/** Neighbouring rows that a free strip divides, from `first` to `last`. */
type Region = Readonly<{ first: number; last: number; isDrawnApart?: boolean }>;

/** The least width of a strip between columns, in sizes of the text. */
const usualStrip = 1.1;
/**
 * The least width where the texts on one side of the strip also begin at one place, as the cells of
 * a word processor's table do, whose margins are narrow.
 */
const narrowStrip = 0.75;
/** The least width where the texts on both sides are also drawn at different times. */
const drawnStrip = 0.08;
/** The fewest rows on each side of a narrow strip. */
const fewestNarrowRows = 4;

/** The fewest rows on each side of a strip: fewer may be a heading with its number. */
const fewestRows = 3;
/** The text of a segment in reading order. */
function textOf({ glyphs }: Segment, rtl: boolean): string {
  const characters = glyphs.map(({ text }) => text);
  return (rtl ? readFromRight(characters.toReversed()) : characters).join('').trim();
}

/** Joins a label, such as 41. or (a), with the text that it stands before. */
function joinLabels(segments: readonly Segment[], rtl: boolean): Segment[] {
  const joined: Segment[] = [];
  for (const segment of rtl ? segments.toReversed() : segments) {
    const before = joined.at(-1);
    if (before && isLabel(textOf(before, rtl)))
      joined[joined.length - 1] = {
        ...segment,
        glyphs: [...before.glyphs, ...segment.glyphs].toSorted((a, b) => a.left - b.left),
        left: Math.min(before.left, segment.left),
        right: Math.max(before.right, segment.right),
      };
    else joined.push(segment);
  }
  return rtl ? joined.toReversed() : joined;
}

/** The strips of rows without text. */
function freeStrips(segments: readonly Segment[]): Interval[] {
  const strips: Interval[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { left, right } of segments.toSorted((a, b) => a.left - b.left)) {
    if (left > from) strips.push({ from, to: left });
    from = Math.max(from, right);
  }
  return [...strips, { from, to: Number.POSITIVE_INFINITY }];
}

const overlap = (a: Interval, b: Interval): Interval => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});
const width = ({ from, to }: Interval) => to - from;

/** Whether most texts beside a strip begin at one place: to its right, or left where read so. */
function areAligned(rows: readonly Cut[], free: Interval, rtl: boolean): boolean {
  const edges = rows.flatMap(({ segments }) =>
    rtl
      ? segments.flatMap(({ right }) => (right <= free.from + 0.01 ? [right] : [])).slice(-1)
      : segments.flatMap(({ left }) => (left >= free.to - 0.01 ? [left] : [])).slice(0, 1),
  );
  const edge = rtl ? Math.max(...edges) : Math.min(...edges);
  return edges.filter((each) => Math.abs(each - edge) < 1).length >= 0.7 * edges.length;
}

/** Whether the texts on both sides of a strip are wide apart or drawn at different times, in each row. */
const areDrawnApart = (rows: readonly Cut[], free: Interval): boolean =>
  rows.every(({ segments }) => {
    const before = segments.findLast(({ right }) => right <= free.from + 0.01);
    const after = segments.find(({ left }) => left >= free.to - 0.01);
    if (!before || !after || before.part !== after.part) return true;
    return after.left - before.right >= usualStrip * after.size;
  });

/** Follows a free strip down and up from a row as far as it goes. */
function follow(
  cuts: readonly Cut[],
  start: number,
  strip: Interval,
  { least, rtl }: Readonly<{ least: number; rtl: boolean }>,
): Region | undefined {
  let free = strip;
  const step = (from: number, by: 1 | -1): number => {
    let at = from;
    for (;;) {
      const [present, next] = [cuts[at]!, cuts[at + by]];
      if (!next || Math.abs(present.y - next.y) > 4 * present.size) return at;
      const narrower = freeStrips(next.segments)
        .map((each) => overlap(free, each))
        .reduce((best, each) => (width(each) > width(best) ? each : best));
      if (width(narrower) < least * next.size) return at;
      free = narrower;
      at += by;
    }
  };
  const last = step(start, 1);
  const first = step(start, -1);
  const rows = cuts.slice(first, last + 1);
  const leftRows = rows.filter(({ segments }) => segments[0]!.right <= free.from + 0.01);
  const rightRows = rows.filter(({ segments }) => segments.at(-1)!.left >= free.to - 0.01);
  const isNarrow = width(free) < usualStrip * rows[0]!.size;
  const fewest = isNarrow ? fewestNarrowRows : fewestRows;
  if (leftRows.length < fewest || rightRows.length < fewest) return undefined;
  const isDrawnApart = least === drawnStrip;
  if (isNarrow && !isDrawnApart && !areAligned(rows, free, rtl)) return undefined;
  if (isDrawnApart && !areDrawnApart(rows, free)) return undefined;
  const [top, bottom] = [
    Math.min(leftRows[0]!.y, rightRows[0]!.y),
    Math.max(leftRows.at(-1)!.y, rightRows.at(-1)!.y),
  ];
  const side = rows.filter(({ y }) => y <= top && y >= bottom).length;
  return side >= fewest ? { first, last, isDrawnApart } : undefined;
}

const rowsIn = (region: Region | undefined) => (region ? region.last - region.first + 1 : 0);

/** Finds the first rows that a free strip divides. */
function firstRegion(cuts: readonly Cut[], rtl: boolean): Region | undefined {
  for (const [i, { segments }] of cuts.entries()) {
    // The lines of two columns need not stand at the same heights.
    for (const strip of freeStrips([...segments, ...(cuts[i + 1]?.segments ?? [])])) {
      if (!Number.isFinite(strip.from) || !Number.isFinite(strip.to)) continue;
      const region = [usualStrip, narrowStrip, drawnStrip]
        .map((least) => follow(cuts, i, strip, { least, rtl }))
        .reduce((most, each) => (rowsIn(each) > rowsIn(most) ? each : most));
      if (region) return region;
    }
  }
  return undefined;
}

/** The columns of rows, by the strips that no row fills. */
function columnsOf(cuts: readonly Cut[]): Interval[] {
  const columns: { from: number; to: number }[] = [];
  const segments = cuts.flatMap((cut) => cut.segments).toSorted((a, b) => a.left - b.left);
  for (const { left, right, size } of segments) {
    const last = columns.at(-1);
    if (last && left < last.to + 0.7 * size) last.to = Math.max(last.to, right);
    else columns.push({ from: left, to: right });
  }
  return columns;
}

type Cell = Readonly<{ cut: number; segment: Segment }>;

const cellsIn = (cuts: readonly Cut[], { from, to }: Interval): Cell[] =>
  cuts.flatMap(({ segments }, cut) => {
    const inside = segments.filter(({ left, right }) => left >= from - 0.01 && right <= to + 0.01);
    return inside.length > 0 ? [{ cut, segment: joinSegments(inside) }] : [];
  });

const joinSegments = (segments: readonly Segment[]): Segment => ({
  ...segments[0]!,
  glyphs: segments.flatMap(({ glyphs }) => glyphs),
  right: segments.at(-1)!.right,
});

const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
const han = /\p{Script=Han}/gu;
/** The length of a text in letters of an alphabet. */
const lengthOf = (text: string) => text.length + (text.match(han)?.length ?? 0);
const goesOn = /^\p{Ll}/u;
const hasCase = /\p{Lu}|\p{Ll}/u;

/** A text whose first bracket is open, also where a line that is read from the right turned it. */
const withOpening = (text: string) => text.replace(/^\)(.{1,12})\(/u, '($1)');

/** The rows at which a column begins anew after a gap, the first included. */
function topsOf(cells: readonly Cell[]): Segment[] {
  const distances = cells.slice(1).map(({ segment }, i) => cells[i]!.segment.y - segment.y);
  const leading = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 4)] ?? 0;
  return cells.flatMap(({ segment }, i) =>
    i === 0 || distances[i - 1]! > 1.25 * leading + 0.5 ? [segment] : [],
  );
}

/** The heights at which all columns, or all but one, begin anew: the rows of a table. */
function sharedTops(columns: readonly (readonly Cell[])[]): number[] {
  const tops = columns.map(topsOf);
  const all = tops.flat().toSorted((a, b) => b.y - a.y);
  const shared: number[] = [];
  for (const { y, size } of all) {
    if ((shared.at(-1) ?? Number.POSITIVE_INFINITY) - y < 0.5 * size) continue;
    const begun = tops.filter((own) => own.some((each) => Math.abs(each.y - y) < 0.5 * size));
    if (begun.length >= Math.max(2, columns.length - 1)) shared.push(y);
  }
  return shared;
}

/**
 * Whether columns are of running text rather than of a table: their lines are long and fill their
 * column, and most of their paragraphs begin beside a line of the other.
 */
function isRunningText(columns: readonly (readonly Cell[])[], rtl: boolean): boolean {
  if (columns.some((cells) => cells.length < fewestRows)) return false;
  const tops = Math.max(...columns.map((cells) => topsOf(cells).length));
  // Columns whose paragraphs all have numbers are no table, even if they begin at one height.
  const isNumbered = columns.every((cells) =>
    topsOf(cells).every((top) => printedNumber(withOpening(textOf(top, rtl)))?.bare === false),
  );
  if (!isNumbered && tops > 1 && sharedTops(columns).length - 1 >= 0.5 * (tops - 1)) return false;
  return columns.every((cells) => {
    const texts = cells.map(({ segment }) => textOf(segment, rtl));
    if (mean(texts.map(lengthOf)) < 16) return false;
    const most = Math.max(...cells.map(({ segment }) => segment.right - segment.left));
    const full = cells.filter(({ segment }) => segment.right - segment.left > 0.7 * most).length;
    if (full < 0.5 * cells.length) return false;
    const cased = texts.filter((text) => hasCase.test(text[0] ?? ''));
    return cased.length < 4 || texts.some((text) => goesOn.test(text));
  });
}

/** Groups the rows of a region into rows of a table. */
function rowGroups(cuts: readonly Cut[], columns: readonly (readonly Cell[])[]): number[][] {
  const tops = sharedTops(columns);
  // Where nothing is apart, each row is one of the table.
  if (tops.length < 2) return [...cuts.keys()].map((at) => [at]);
  const groups = Map.groupBy(cuts.keys(), (at) => {
    const { y, size } = cuts[at]!;
    return tops.findLastIndex((top) => top > y - 0.5 * size);
  });
  return [...groups.values()];
}

/** Reads a table row by row; a row of one line each is read as one line. */
function tableBlocks(cuts: readonly Cut[], columns: readonly (readonly Cell[])[]): RowBlock[] {
  return rowGroups(cuts, columns).flatMap((row): RowBlock[] => {
    const cells = columns.map((column) =>
      column.flatMap(({ cut, segment }) => (row.includes(cut) ? [segment] : [])),
    );
    if (cells.every((cell) => cell.length <= 1)) {
      const line = cells.flat().toSorted((a, b) => a.left - b.left);
      return [{ rows: [joinSegments(line)], isCell: true }];
    }
    return cells.filter((cell) => cell.length > 0).map((cell) => ({ rows: cell, isCell: true }));
  });
}

/** Joins cells of one line that are drawn one after the other on it, as in a row of short cells. */
function joinShortCells(cells: readonly Segment[][]): Segment[][] {
  const joined: Segment[][] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const isInLine =
      before?.length === 1 &&
      cell.length === 1 &&
      before[0]!.y === cell[0]!.y &&
      before[0]!.part === cell[0]!.part;
    if (isInLine) {
      const line = [before[0]!, cell[0]!].toSorted((a, b) => a.left - b.left);
      joined[joined.length - 1] = [joinSegments(line)];
    } else joined.push(cell);
  }
  return joined;
}

/** Reads cells in the order in which they are drawn; those of one line each, row by row. */
function drawnBlocks(cuts: readonly Cut[], rtl: boolean): RowBlock[] {
  const cells: Segment[][] = [];
  const segments = cuts.flatMap((cut) => cut.segments).toSorted((a, b) => a.order - b.order);
  for (const segment of segments) {
    const before = cells.at(-1)?.at(-1);
    const goesOn =
      before &&
      segment.left < before.right &&
      segment.right > before.left &&
      segment.y <= before.y &&
      before.y - segment.y < 2.2 * segment.size;
    if (goesOn) cells.at(-1)!.push(segment);
    else cells.push([segment]);
  }
  if (cells.some((rows) => rows.length > 1))
    return joinShortCells(cells).map((rows) => ({ rows, isCell: true }));
  return cuts.map(({ segments: own }) => ({
    rows: [joinSegments(rtl ? own.toSorted((a, b) => a.left - b.left) : own)],
    isCell: true,
  }));
}

function regionBlocks(cuts: readonly Cut[], rtl: boolean): RowBlock[] {
  const intervals = columnsOf(cuts);
  // Cells whose texts nearly touch are one column to the eye, but drawn one after the other.
  const mostParts = Math.max(
    ...cuts.map(({ segments }) => new Set(segments.map(({ part }) => part)).size),
  );
  if (mostParts > intervals.length) return drawnBlocks(cuts, rtl);
  const ordered = rtl ? intervals.toReversed() : intervals;
  const columns = ordered.map((interval) => cellsIn(cuts, interval));
  if (!isRunningText(columns, rtl))
    return mostParts > 1 ? drawnBlocks(cuts, rtl) : tableBlocks(cuts, columns);
  return columns.map((cells) => ({ rows: cells.map(({ segment }) => segment), isCell: false }));
}

/** Divides the rows of a page into blocks in reading order: columns, and tables row by row. */
export function blocksOfRows(rows: readonly Row[], rtl: boolean): RowBlock[] {
  const cuts = rows.map((row) => ({
    y: row.y,
    size: row.size,
    segments: joinLabels(segmentsOf(row), rtl),
  }));
  const blocks: RowBlock[] = [];
  let from = 0;
  while (from < rows.length) {
    const region = firstRegion(cuts.slice(from), rtl);
    const end = region ? from + region.first : rows.length;
    if (end > from) blocks.push({ rows: rows.slice(from, end), isCell: false });
    if (!region) break;
    const inRegion = cuts.slice(end, from + region.last + 1);
    blocks.push(...(region.isDrawnApart ? drawnBlocks : regionBlocks)(inRegion, rtl));
    from += region.last + 1;
  }
  return blocks;
}
