import { scaleLinear } from 'd3-scale';
import type { BarScale } from '#components/summaries/shown';

/**
 * Zero has no length, even where it is the largest value. Lengths are rounded to a tenth, which is
 * finer than any screen.
 */
export const barScale: BarScale = (most, room) => {
  const length = scaleLinear([0, most > 0 ? most : 1], [0, room]);
  return (n) => Math.round(length(n) * 10) / 10;
};
