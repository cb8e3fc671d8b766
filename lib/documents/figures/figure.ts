import type { Region } from '#lib/convention/regions';
import { regionCodes } from '#lib/convention/regions';

/** A place in the palette. Regional groups take it in their fixed order. */
export type Colour = 0 | 1 | 2 | 3 | 4;
/** `plain` is an outline; `every` stands for all regional groups together. */
export type Fill = Colour | 'plain' | 'every';

export const regionColour = (region: Region): Colour => regionCodes.indexOf(region) as Colour;

/** A part of a bar, with its number beneath it where `text` is given. */
export type Part = Readonly<{ fill: Fill; value: number; text?: string; href?: string }>;

export type Bar = Readonly<{
  value: number;
  parts: readonly Part[];
  /** The number at the end of the bar, and the words after it. */
  text: string;
  note?: string;
  thin?: boolean;
  /** Whether the whole length of the scale is shaded behind the bar. */
  backdrop?: boolean;
}>;

/** A label with its bars below it, so that long names stay readable on a phone and in Arabic. */
export type BarRow = Readonly<{ label: string; bars: readonly Bar[] }>;

export type Series = Readonly<{ name: string; colour: Colour }>;

export type BarChart = Readonly<{
  kind: 'bars' | 'stacked';
  /** What the colours stand for: the legend, if there is more than one. */
  series: readonly Series[];
  /** What the numbers are, above the bars; may be empty. */
  axis: string;
  rows: readonly BarRow[];
  /** The value whose bar takes all the room there is. */
  max: number;
  /** Whether values are percentages, from 0 to 100. */
  percent: boolean;
}>;

/** Values over equal steps of time; a label stands at the end of each line. */
export type LineChart = Readonly<{
  kind: 'lines';
  lines: readonly Readonly<{ colour: Colour; label: string; values: readonly number[] }>[];
  /** The names of the first and the last step. */
  first: string;
  last: string;
}>;

export type Chart = BarChart | LineChart;

/** The heading of a row or column. Pages add the link and the colour of the regional group. */
export type Heading = Readonly<{ text: string; href?: string; region?: Region }>;

/** A text, a count, or a whole percentage (null where its base is empty). */
export type FigureCell =
  | string
  | Readonly<{ count: number; href?: string; sum?: boolean }>
  | Readonly<{ percent: number | null; href?: string }>;

/** `code`: what the row is about. `sum`: whether it adds up the rows above. */
export type FigureRow<H = Heading, C = FigureCell> = Readonly<{
  code?: string;
  header: H;
  cells: readonly C[];
  sum?: boolean;
}>;

/** The first column holds the headers of the rows. */
export type FigureTable<H = Heading, C = FigureCell> = Readonly<{
  columns: readonly H[];
  rows: readonly FigureRow<H, C>[];
}>;

/**
 * A figure: a chart and the table of the same numbers. Renderers turn it into a page, SVG, PNG, CSV,
 * XLSX, a note in HTML, and a Word document. They calculate no numbers and add no words.
 */
export type Figure<H = Heading, C = FigureCell> = Readonly<{
  chart: Chart | null;
  table: FigureTable<H, C> | null;
}>;
