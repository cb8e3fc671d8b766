import type { LineChart } from '#lib/documents/figures/figure';
import { chartWidth, type Layout } from '#lib/documents/figures/layout';
import { textWidth, wrapLabel } from '#lib/text/wrap-label';

const height = 190;
const top = 12;
const bottom = height - 22;
const lineHeight = 16;
const tenth = (n: number) => Math.round(n * 10) / 10;

/** The widest line of a name; longer names wrap, so that the lines keep their room. */
const widestName = 150;

/** Moves the labels at the ends of lines apart where one would lie on another. */
function separate(ends: readonly number[], heights: readonly number[]): number[] {
  const placed: number[] = [];
  const fromTop = ends.map((_, i) => i).toSorted((a, b) => ends[a]! - ends[b]!);
  let free = 0;
  for (const i of fromTop) {
    placed[i] = Math.max(ends[i]!, free);
    free = placed[i]! + heights[i]!;
  }
  return placed;
}

/** Lines from zero over equal steps of time, with their names at their ends. */
export function layoutLines({ lines, first, last }: LineChart): Layout {
  const names = lines.map(({ label }) => wrapLabel(label, widestName));
  const room = chartWidth - Math.max(0, ...names.flat().map(textWidth)) - 14;
  const steps = Math.max(1, (lines[0]?.values.length ?? 1) - 1);
  const max = Math.max(0, ...lines.flatMap(({ values }) => values));
  const x = (step: number) => (step / steps) * room;
  const y = (value: number) => tenth(bottom - (max > 0 ? (value / max) * (bottom - top) : 0));
  const labels = separate(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    names.map((name) => name.length * lineHeight),
  );
  const lowest = Math.max(0, ...labels.map((at, i) => at + names[i]!.length * lineHeight));
  return {
    places: [
      {
        kind: 'path',
        role: 'axis',
        strokes: [
          [
            [x(0), top],
            [x(0), bottom],
            [x(steps), bottom],
          ],
        ],
      },
      ...lines.map(({ colour, values }) => ({
        kind: 'path' as const,
        role: 'line' as const,
        fill: colour,
        strokes: [values.map((value, step) => [x(step), y(value)] as const)],
      })),
      ...names.flatMap((name, i) =>
        name.map((text, at) => ({
          kind: 'text' as const,
          role: 'label' as const,
          x: x(steps) + 6,
          y: labels[i]! + at * lineHeight + 4.5,
          text,
        })),
      ),
      { kind: 'text', role: 'small', x: x(0), y: height - 4, text: first },
      { kind: 'text', role: 'small', x: x(steps), y: height - 4, text: last, alignEnd: true },
    ],
    height: Math.max(height + 6, Math.ceil(lowest)),
  };
}
