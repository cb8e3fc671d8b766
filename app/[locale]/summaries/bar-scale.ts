import { scaleLinear } from 'd3-scale';
import type { BarScale } from '#components/summaries/shown';

/**
 * Zero stays zero also where it is the largest value; lengths to a tenth, which is finer than any
 * screen.
 */
export const barScale: BarScale = (most, room) => {
  const length = scaleLinear([0, most > 0 ? most : 1], [0, room]);
  return (n) => Math.round(length(n) * 10) / 10;
};
