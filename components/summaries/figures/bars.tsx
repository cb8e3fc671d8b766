import type { Region } from '#lib/convention/regions';

/**
 * A part of a bar in the colour and hatching of its regional group; `plain` is an outline, `every`
 * stands for all groups together.
 */
export type Part = Readonly<{
  fill: Region | 'plain' | 'every';
  n: number;
  label?: string;
  href?: string;
}>;

/**
 * A bar of the length `n`, with what stands at its end; parts that are labelled have their labels
 * beneath, and may lead to what they count.
 */
export type Bar = Readonly<{
  n: number;
  parts: readonly Part[];
  value: string;
  note?: string;
  thin?: boolean;
  whole?: boolean;
}>;

/** A label with its bars below it, so that long names stay readable on a phone and in Arabic. */
export type Row = Readonly<{ key: string; label: string; bars: readonly Bar[] }>;

/** A bar of one part. */
export const bar = (
  fill: Part['fill'],
  n: number,
  value: string,
  { href, ...more }: Partial<Bar> & Pick<Part, 'href'> = {},
): Bar => ({ n, parts: [{ fill, n, href }], value, ...more });
