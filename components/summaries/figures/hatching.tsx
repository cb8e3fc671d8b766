import type { Part } from '#components/summaries/figures/bars';

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const tenth = (n: number) => Math.round(n * 10) / 10;
const steps = (first: number, step: number, end: number) =>
  Array.from(
    { length: Math.max(0, Math.ceil((end - first) / step)) },
    (_, at) => first + at * step,
  );

/**
 * Lines at 45 degrees, cut off at the edges of the box; up or down as one reads from left to right.
 */
const slanted = ({ x, y, width, height }: Box, step: number, up: boolean) =>
  steps(step / 2, step, width + height)
    .map((end) => {
      const from = Math.max(0, height - end);
      const length = tenth(Math.min(height, width + height - end) - from);
      return length > 0
        ? `M${tenth(x + end - height + from)} ${tenth(up ? y + height - from : y + from)}l${length} ${up ? -length : length}`
        : '';
    })
    .join('');
const upright = ({ x, y, width, height }: Box, step: number) =>
  steps(step / 2, step, width)
    .map((at) => `M${tenth(x + at)} ${y}v${height}`)
    .join('');
const level = ({ x, y, width, height }: Box, step: number) =>
  steps(step / 2, step, height)
    .map((at) => `M${x} ${tenth(y + at)}h${width}`)
    .join('');

/**
 * The lines over a bar that tell the regional groups apart without colour. They are drawn rather
 * than an SVG pattern,
 * which browsers print as bitmaps of many megabytes.
 */
export function hatching(fill: Part['fill'] | 'whole', box: Box): string {
  switch (fill) {
    case 'APG':
      return slanted(box, 6, true);
    case 'EEG':
      return upright(box, 3.5);
    case 'GRULAC':
      return slanted(box, 7, true) + slanted(box, 7, false);
    case 'WEOG':
      return level(box, 4.6) + upright(box, 5);
    default:
      return '';
  }
}
