/** A rectangle of a drawing; x counts from the left. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/**
 * The five colours in their fixed order, told apart also by people who see few colours; those of
 * the regional groups.
 */
export const colours = ['#0b62a4', '#c65102', '#12805c', '#8f4c9b', '#6d7378'] as const;
export const placeOf = (colour: number): number =>
  ((colour % colours.length) + colours.length) % colours.length;

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
    .map((at) => `M${tenth(x + at)} ${tenth(y)}v${height}`)
    .join('');
const level = ({ x, y, width, height }: Box, step: number) =>
  steps(step / 2, step, height)
    .map((at) => `M${tenth(x)} ${tenth(y + at)}h${tenth(width)}`)
    .join('');

/**
 * The lines over a bar that tell the colours apart in grey. Drawn, because browsers print an SVG
 * pattern as a bitmap of many megabytes.
 */
export function hatching(colour: number, box: Box): string {
  switch (placeOf(colour)) {
    case 1:
      return slanted(box, 6, true);
    case 2:
      return upright(box, 3.5);
    case 3:
      return slanted(box, 7, true) + slanted(box, 7, false);
    case 4:
      return level(box, 4.6) + upright(box, 5);
    default:
      return '';
  }
}
