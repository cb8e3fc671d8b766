import type { Chart } from '#lib/documents/model/document';
import { labelLines, textWidth } from '#lib/text/label-lines';

/** Figures are drawn narrow and shown at about their own size, so that their texts never shrink. */
export const chartWidth = 320;
const lineHeight = 17;
const pitch = 18;
const barHeight = 14;
const underneath = 15;
const gap = 11;
const keySize = 11;

export type Word = Readonly<{ x: number; y: number; text: string; small?: true }>;
export type Stretch = Readonly<{
  x: number;
  y: number;
  width: number;
  height: number;
  colour: number;
}>;
export type Layout = Readonly<{
  words: readonly Word[];
  stretches: readonly Stretch[];
  axes: readonly (readonly [from: number, to: number])[];
  height: number;
}>;

type Say = (value: number) => string;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The legend in as few lines as it takes; none for a single series. */
function legend({ series }: Chart, y: number) {
  const words: Word[] = [];
  const stretches: Stretch[] = [];
  if (series.length < 2) return { words, stretches, y };
  let x = 0;
  let line = y;
  for (const { name, colour } of series) {
    const lines = labelLines(name, chartWidth - keySize - 9);
    const width = keySize + 5 + Math.max(...lines.map(textWidth), 0);
    if (x > 0 && x + width > chartWidth) [x, line] = [0, line + lineHeight];
    stretches.push({ x, y: line + 3, width: keySize, height: keySize, colour });
    lines.forEach((text, at) =>
      words.push({ x: x + keySize + 5, y: line + 13 + at * lineHeight, text, small: true }),
    );
    if (lines.length > 1) [x, line] = [0, line + lines.length * lineHeight];
    else x += width + 12;
  }
  return { words, stretches, y: line + (x > 0 ? lineHeight : 0) + 5 };
}

/**
 * Where the numbers of the parts stand beneath their bar: each at its part, none over another, and
 * none beyond the edge.
 */
function spread(parts: readonly Readonly<{ x: number; text: string }>[]): number[] {
  const wide = parts.map(({ text }) => textWidth(text) + 7);
  const at: number[] = [];
  parts.forEach(({ x }, i) => at.push(i === 0 ? x : Math.max(x, at[i - 1]! + wide[i - 1]!)));
  for (let i = parts.length - 1, end = chartWidth; i >= 0; i -= 1) {
    at[i] = Math.max(0, Math.min(at[i]!, end - wide[i]!));
    end = at[i]!;
  }
  return at;
}

/**
 * Horizontal bars from zero below their labels, each with its number at its end; counted from the
 * side on which reading begins.
 */
export function layOut(chart: Chart, say: Say): Layout {
  const { kind, labels, series, axis } = chart;
  const stacked = kind === 'stacked';
  const ends = labels.flatMap((_, i) =>
    stacked
      ? [sum(series.map(({ values }) => values[i] ?? 0))]
      : series.map(({ values }) => values[i] ?? 0),
  );
  const most = Math.max(...ends, 0);
  const room = chartWidth - Math.max(0, ...ends.map((end) => textWidth(say(end)))) - 10;
  const length = (value: number) => (most > 0 ? (value / most) * room : 0);
  const start = legend(chart, 0);
  const words: Word[] = [...start.words];
  const stretches: Stretch[] = [...start.stretches];
  const axes: (readonly [number, number])[] = [];
  let { y } = start;
  for (const text of axis ? labelLines(axis, chartWidth - 4) : [])
    words.push({ x: 0, y: (y += lineHeight) - 4, text, small: true });
  if (axis) y += 4;
  labels.forEach((label, i) => {
    for (const text of labelLines(label, chartWidth - 4))
      words.push({ x: 0, y: (y += lineHeight) - 4, text });
    const from = y;
    const values = series.map(({ values: own, colour }) => ({ value: own[i] ?? 0, colour }));
    if (stacked) {
      let before = 0;
      const parts = values
        .filter(({ value }) => value > 0)
        .map(({ value, colour }) => {
          const x = length(before);
          before += value;
          return { x, width: length(value), colour, text: say(value) };
        });
      for (const { x, width, colour } of parts)
        stretches.push({ x, y: y + 2, width, height: barHeight, colour });
      words.push({ x: length(before) + 6, y: y + pitch / 2 + 4.8, text: say(before) });
      y += pitch;
      axes.push([from, y]);
      if (parts.length > 1) {
        const at = spread(parts);
        parts.forEach(({ text }, n) =>
          words.push({ x: at[n]!, y: y + underneath - 4, text, small: true }),
        );
        y += underneath;
      }
    } else {
      for (const { value, colour } of values) {
        if (value > 0)
          stretches.push({ x: 0, y: y + 2, width: length(value), height: barHeight, colour });
        words.push({ x: length(value) + 6, y: y + pitch / 2 + 4.8, text: say(value) });
        y += pitch;
      }
      axes.push([from, y]);
    }
    y += gap;
  });
  return { words, stretches, axes, height: Math.ceil(Math.max(y, 1)) };
}
