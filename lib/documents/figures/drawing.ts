import { layoutBars } from '#lib/documents/figures/bar-layout';
import type { Chart, Fill } from '#lib/documents/figures/figure';
import { hatching } from '#lib/documents/figures/hatching';
import {
  chartWidth,
  type PathPlace,
  type RectPlace,
  type TextPlace,
} from '#lib/documents/figures/layout';
import { layoutLines } from '#lib/documents/figures/line-layout';

export type Rect = RectPlace;
export type Text = Readonly<{
  kind: 'text';
  x: number;
  y: number;
  role: TextPlace['role'];
  /** Marks of direction around the text, empty from left to right. */
  before: string;
  text: string;
  /** Words after the text, in lighter letters. */
  note?: string;
  after: string;
  /** Whether `x` is the right end of the text. */
  alignRight: boolean;
}>;
type Path = Readonly<{
  kind: 'path';
  role: 'axis' | 'line' | 'hatching';
  fill?: Fill;
  d: string;
}>;

/** The shapes of an SVG in the order in which they are drawn; x counts from the left. */
export type Drawing = Readonly<{
  width: number;
  height: number;
  shapes: readonly (Rect | Text | Path)[];
}>;

const tenth = (n: number) => Math.round(n * 10) / 10;

function pathData(strokes: PathPlace['strokes'], atX: (x: number) => number): string {
  return strokes
    .flatMap((points) =>
      points.map(([x, y], i) => {
        if (i === 0) return `M${atX(x)} ${y}`;
        const [previousX, previousY] = points[i - 1]!;
        if (x === previousX) return `V${y}`;
        if (y === previousY) return `H${atX(x)}`;
        return `L${atX(x)} ${y}`;
      }),
    )
    .join('');
}

/**
 * A chart as shapes. Arabic is mirrored here, because browsers differ on the direction of an SVG.
 * Marks around Arabic texts keep numbers on the right side of words.
 */
export function drawChart(chart: Chart, rightToLeft: boolean): Drawing {
  const { places, height } = chart.kind === 'lines' ? layoutLines(chart) : layoutBars(chart);
  const atX = (x: number, width = 0) => tenth(rightToLeft ? chartWidth - x - width : x);
  const marks = rightToLeft ? { before: '\u2067', after: '\u2069' } : { before: '', after: '' };

  const rect = (place: RectPlace): Rect => ({
    ...place,
    x: atX(place.x, place.width),
    y: tenth(place.y),
    width: tenth(place.width),
  });
  const text = ({ x, y, alignEnd = false, ...place }: TextPlace): Text => ({
    ...place,
    ...marks,
    x: atX(x),
    y: tenth(y),
    alignRight: alignEnd !== rightToLeft,
  });
  const path = ({ strokes, ...place }: PathPlace): Path => ({
    ...place,
    d: pathData(strokes, atX),
  });

  const shapes = places.map((place) => {
    if (place.kind === 'rect') return rect(place);
    return place.kind === 'text' ? text(place) : path(place);
  });
  return { width: chartWidth, height, shapes: withHatching(shapes) };
}

/** Puts the hatching over the bars, before the axis. */
function withHatching(shapes: Drawing['shapes']): Drawing['shapes'] {
  const rects = shapes.filter((shape) => shape.kind === 'rect');
  const d = [...rects.filter(({ legend }) => legend), ...rects.filter(({ legend }) => !legend)]
    .map((rect) => hatching(rect.fill, rect))
    .join('');
  if (d === '') return shapes;
  const lines: Path = { kind: 'path', role: 'hatching', d };
  return [
    ...shapes.filter(({ kind }) => kind !== 'path'),
    lines,
    ...shapes.filter(({ kind }) => kind === 'path'),
  ];
}
