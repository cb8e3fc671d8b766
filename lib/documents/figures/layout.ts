import type { Fill } from '#lib/documents/figures/figure';

/** Charts are drawn narrow and shown at about their own size, so that their text never shrinks. */
export const chartWidth = 320;

/** Where things stand, counted from the side on which reading begins and from the top. */
export type RectPlace = Readonly<{
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: Fill | 'backdrop';
  /** Whether it belongs to the legend. */
  legend?: boolean;
  href?: string;
}>;
export type TextPlace = Readonly<{
  kind: 'text';
  /** Where the text begins, or where it ends if `alignEnd`. */
  x: number;
  y: number;
  text: string;
  role: 'label' | 'value' | 'small';
  /** Words after a value. */
  note?: string;
  alignEnd?: boolean;
}>;
export type PathPlace = Readonly<{
  kind: 'path';
  role: 'axis' | 'line';
  fill?: Fill;
  /** Each stroke from point to point. */
  strokes: readonly (readonly (readonly [x: number, y: number])[])[];
}>;

export type Layout = Readonly<{
  places: readonly (RectPlace | TextPlace | PathPlace)[];
  height: number;
}>;
