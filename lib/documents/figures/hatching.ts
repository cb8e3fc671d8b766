import type { Fill } from '#lib/documents/figures/figure';
import { palette } from '#lib/documents/figures/palette';

/** A rectangle of a drawing; x counts from the left. */
type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const tenth = (n: number) => Math.round(n * 10) / 10;
const steps = (first: number, step: number, end: number) =>
  Array.from(
    { length: Math.max(0, Math.ceil((end - first) / step)) },
    (_, at) => first + at * step,
  );

/** Lines at 45 degrees, cut off at the edges of the box; they rise or fall from left to right. */
function diagonal({ x, y, width, height }: Box, step: number, rises: boolean): string {
  return steps(step / 2, step, width + height)
    .map((end) => {
      const from = Math.max(0, height - end);
      const length = tenth(Math.min(height, width + height - end) - from);
      if (length <= 0) return '';
      const top = tenth(rises ? y + height - from : y + from);
      return `M${tenth(x + end - height + from)} ${top}l${length} ${rises ? -length : length}`;
    })
    .join('');
}

const vertical = ({ x, y, width, height }: Box, step: number) =>
  steps(step / 2, step, width)
    .map((at) => `M${tenth(x + at)} ${tenth(y)}v${height}`)
    .join('');

const horizontal = ({ x, y, width, height }: Box, step: number) =>
  steps(step / 2, step, height)
    .map((at) => `M${tenth(x)} ${tenth(y + at)}h${tenth(width)}`)
    .join('');

/**
 * The path of the lines over a bar that tell the colours apart in grey. Browsers print an SVG
 * pattern as a bitmap of many megabytes, so lines are drawn one by one.
 */
export function hatching(fill: Fill | 'backdrop', box: Box): string {
  if (typeof fill !== 'number') return '';
  switch (palette[fill].hatching) {
    case 'diagonal':
      return diagonal(box, 6, true);
    case 'vertical':
      return vertical(box, 3.5);
    case 'crossed':
      return diagonal(box, 7, true) + diagonal(box, 7, false);
    case 'grid':
      return horizontal(box, 4.6) + vertical(box, 5);
    default:
      return '';
  }
}
