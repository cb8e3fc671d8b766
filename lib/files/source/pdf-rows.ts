import 'server-only';
import { unreadable, type Glyph } from '#lib/files/source/pdf-glyphs';

/** A glyph in the frame of its text: along the line, and up from it. */
export type PlacedGlyph = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Its place in the order in which the page draws. */
  order: number;
}>;
/** Glyphs on one base line, from left to right. */
export type Row = Readonly<{ y: number; size: number; glyphs: readonly PlacedGlyph[] }>;
/** A piece of a row, between gaps that are wider than those between words. */
export type Segment = Row &
  Readonly<{
    left: number;
    right: number;
    /** Which part of the row it is that is drawn at one time. */
    part: number;
    /** The place of its first glyph in the order of drawing. */
    order: number;
  }>;

/** Glyphs of lines that run in one direction; the largest such part of a page comes first. */
export function framesOf(glyphs: readonly Glyph[]): PlacedGlyph[][] {
  const byDirection = Map.groupBy(
    glyphs.entries(),
    ([, { angle }]) => (Math.round(angle / 5) * 5) % 360,
  );
  return [...byDirection.values()].toSorted((a, b) => b.length - a.length).map(placeGlyphs);
}

/** Turns glyphs of one direction, so that their lines run along x. */
function placeGlyphs(glyphs: readonly (readonly [number, Glyph])[]): PlacedGlyph[] {
  // An angle of a little less than 360 degrees is one of a little less than nothing.
  const angles = glyphs.map(([, { angle }]) => (angle > 355 ? angle - 360 : angle));
  const mean = angles.reduce((sum, angle) => sum + angle, 0) / angles.length;
  const [cos, sin] = [Math.cos((mean * Math.PI) / 180), Math.sin((mean * Math.PI) / 180)];
  return glyphs.map(([order, { text, x, y, width, size }]) => {
    const left = x * cos + y * sin;
    return { text, left, right: left + width, y: y * cos - x * sin, size, order };
  });
}

/** Whether a glyph is a mark above or below a letter, and has no room of its own. */
export const isMark = ({ text, left, right, size }: PlacedGlyph): boolean =>
  text === unreadable
    ? right - left < 0.02 * size
    : /^[\p{M}\ufc5e-\ufc63\ufe70-\ufe72\ufe74-\ufe7f]+$/u.test(text);

const isSpace = ({ text }: PlacedGlyph) => text === ' ';

/** How small raised and lowered glyphs are: a browser sets them at five sixths. */
export const smallerSize = 0.87;

/** Whether a glyph is printed twice, a little apart, to look bold or to throw a shadow. */
const isSecondPrint = (glyph: PlacedGlyph, before: readonly PlacedGlyph[]) =>
  before.some(
    (each) =>
      each.text === glyph.text &&
      Math.abs(each.left - glyph.left) < 0.12 * glyph.size &&
      Math.abs(each.y - glyph.y) < 0.12 * glyph.size,
  );

/** The size in which most of a row is set. */
function mainSize(glyphs: readonly PlacedGlyph[]): number {
  const widths = new Map<number, number>();
  for (const { size, left, right } of glyphs.filter((each) => !isSpace(each)))
    widths.set(size, (widths.get(size) ?? 0) + right - left + 0.001);
  return [...widths].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

type OpenRow = { y: number; size: number; glyphs: PlacedGlyph[] };

/** Whether a glyph of one row stands right beside one of another. */
const touches = (glyph: PlacedGlyph, { glyphs, size }: OpenRow) =>
  glyphs.some((each) => glyph.left < each.right + size && glyph.right > each.left - size);

/** Divides glyphs where there is room for a word between them. */
function clustersOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const clusters: PlacedGlyph[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs.toSorted((a, b) => a.left - b.left)) {
    if (glyph.left - right > glyph.size) clusters.push([]);
    clusters.at(-1)!.push(glyph);
    right = Math.max(right, glyph.right);
  }
  return clusters;
}

/** Puts small raised or lowered glyphs into the row that they belong to. */
function joinRaised(rows: readonly OpenRow[]): OpenRow[] {
  const joined = new Set<OpenRow>();
  for (const [i, row] of rows.entries()) {
    const neighbours = [rows[i - 1], rows[i + 1]].filter(
      (each): each is OpenRow =>
        each !== undefined &&
        !joined.has(each) &&
        row.size <= smallerSize * each.size &&
        Math.abs(each.y - row.y) <= 0.65 * each.size,
    );
    const clusters = clustersOf(row.glyphs);
    const host = neighbours.find((each) =>
      clusters.every((cluster) => cluster.some((glyph) => touches(glyph, each))),
    );
    if (!host) continue;
    host.glyphs.push(...row.glyphs);
    joined.add(row);
  }
  return rows.filter((row) => !joined.has(row));
}

/** Puts each mark above or below a letter into the row of that letter. */
function addMarks(rows: readonly OpenRow[], marks: readonly PlacedGlyph[]) {
  for (const mark of marks) {
    const distance = (row: OpenRow) => Math.abs(mark.y - row.y);
    const host = rows
      .filter((row) => distance(row) < 1.2 * row.size && touches(mark, row))
      .toSorted((a, b) => distance(a) - distance(b))[0];
    host?.glyphs.push({ ...mark, y: host.y });
  }
}

/** Returns the rows of a frame from top to bottom. */
export function rowsOf(glyphs: readonly PlacedGlyph[]): Row[] {
  const rows: OpenRow[] = [];
  const letters = glyphs.filter((glyph) => !isMark(glyph));
  for (const glyph of letters.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && row.y - glyph.y <= 0.3 * Math.min(row.size, glyph.size)) {
      row.glyphs.push(glyph);
      row.size = Math.max(row.size, glyph.size);
    } else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  const withText = rows.filter(({ glyphs: some }) => some.some((each) => !isSpace(each)));
  const joined = joinRaised(withText);
  addMarks(joined, glyphs.filter(isMark));
  return joined.map((row) => {
    const size = mainSize(row.glyphs);
    const sorted: PlacedGlyph[] = [];
    for (const glyph of row.glyphs.toSorted((a, b) => a.left - b.left))
      if (isSpace(glyph) || !isSecondPrint(glyph, sorted.slice(-4))) sorted.push(glyph);
    const y = sorted.find((each) => each.size === size && !isSpace(each))!.y;
    return { y, size, glyphs: sorted };
  });
}

/** How far apart in the order of drawing two neighbours may be that are drawn together. */
const farInOrder = 4;

/** Numbers the parts of a row that are drawn at different times, as the cells of a table are. */
function drawnParts(glyphs: readonly PlacedGlyph[]): ReadonlyMap<PlacedGlyph, number> {
  const parts = new Map<PlacedGlyph, number>();
  let part = 0;
  let before: number | undefined;
  for (const glyph of glyphs.toSorted((a, b) => a.order - b.order)) {
    if (before !== undefined && glyph.order - before > farInOrder) part += 1;
    parts.set(glyph, part);
    before = glyph.order;
  }
  return parts;
}

/**
 * Divides a row where a gap is wider than those between words are, as a rule, and where another part
 * begins that is drawn at another time.
 */
export function segmentsOf({ y, size, glyphs }: Row): Segment[] {
  const visible = glyphs.filter((each) => !isSpace(each));
  const parts = drawnParts(visible);
  const segments: { part: number; glyphs: PlacedGlyph[] }[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    const last = segments.at(-1);
    const gap = glyph.left - right;
    const part = parts.get(glyph) ?? 0;
    const goesOn = gap <= (last?.part === part ? 0.75 : 0.05) * size;
    if (last && (isSpace(glyph) || goesOn)) last.glyphs.push(glyph);
    else if (!isSpace(glyph)) segments.push({ part, glyphs: [glyph] });
    if (!isSpace(glyph)) right = Math.max(right, glyph.right);
  }
  return segments.map(({ part, glyphs: some }) => {
    const shown = some.filter((each) => !isSpace(each));
    const left = shown[0]!.left;
    const end = shown.reduce((most, each) => Math.max(most, each.right), left);
    const order = shown.reduce((least, each) => Math.min(least, each.order), shown[0]!.order);
    return { y, size, glyphs: some, left, right: end, part, order };
  });
}
