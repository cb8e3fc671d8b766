import type { Bar, BarChart, BarRow, Part } from '#lib/documents/figures/figure';
import {
  chartWidth,
  type Layout,
  type RectPlace,
  type TextPlace,
} from '#lib/documents/figures/layout';
import { fontSize, wrapLabel, textWidth } from '#lib/text/wrap-label';

const lineHeight = 17;
const barPitch = 18;
const barHeight = 14;
const thinHeight = 7;
const smallLineHeight = 15;
const rowGap = 11;

const keySize = 11;
const keyGap = 5;
const entryGap = 13;
const legendLineHeight = 18;

type Scale = Readonly<{ room: number; length: (value: number) => number }>;
type Placed<P> = Readonly<{ places: readonly P[]; bottom: number }>;

/** Entries one after another, in as many lines as they take; long names wrap. */
function placeLegend(series: BarChart['series']): Placed<RectPlace | TextPlace> {
  const places: (RectPlace | TextPlace)[] = [];
  if (series.length < 2) return { places, bottom: 0 };
  const textX = keySize + keyGap;
  let x = 0;
  let y = 2;
  for (const { name, colour } of series) {
    const lines = wrapLabel(name, chartWidth - textX - 4);
    const width = textX + Math.max(0, ...lines.map(textWidth));
    if (x > 0 && x + width > chartWidth) {
      x = 0;
      y += legendLineHeight;
    }
    const left = x;
    const top = y;
    places.push(
      { kind: 'rect', x, y: y + 2, width: keySize, height: keySize, fill: colour, legend: true },
      ...lines.map((text, at): TextPlace => ({
        kind: 'text',
        role: 'small',
        x: left + textX,
        y: top + fontSize - 2 + at * legendLineHeight,
        text,
      })),
    );
    y += (lines.length - 1) * legendLineHeight;
    x = lines.length > 1 ? chartWidth : x + width + entryGap;
  }
  return { places, bottom: y + legendLineHeight + 6 };
}

const placeLabel = (text: string, y: number, role: 'label' | 'small'): Placed<TextPlace> => {
  const lines = wrapLabel(text, chartWidth - 4);
  return {
    places: lines.map((line, at) => ({
      kind: 'text',
      role,
      x: 0,
      y: y + (at + 1) * lineHeight - 4,
      text: line,
    })),
    bottom: y + lines.length * lineHeight,
  };
};

const endText = ({ text, note }: Bar) => (note ? `${text} ${note}` : text);

/** The longest bar leaves room for the widest text at the end of a bar. */
function scaleOf({ rows, max }: BarChart): Scale {
  const bars = rows.flatMap((row) => row.bars);
  const widest = Math.max(0, ...bars.map((bar) => textWidth(endText(bar))));
  const room = Math.floor(chartWidth - widest - 10);
  const length = (value: number) => (max > 0 ? Math.round((value / max) * room * 10) / 10 : 0);
  return { room, length };
}

/** Keeps each number beneath its part, clear of the one before it and of the edge. */
function spread(texts: readonly Readonly<{ x: number; text: string }>[]): number[] {
  const widths = texts.map(({ text }) => textWidth(text) + 7);
  const starts: number[] = [];
  for (const [i, { x }] of texts.entries())
    starts.push(i === 0 ? x : Math.max(x, starts[i - 1]! + widths[i - 1]!));
  let end = chartWidth;
  for (let i = texts.length - 1; i >= 0; i -= 1) {
    starts[i] = Math.max(0, Math.min(starts[i]!, end - widths[i]!));
    end = starts[i]!;
  }
  return starts;
}

type PlacedBar = Readonly<{
  rects: readonly RectPlace[];
  value: TextPlace;
  numbers: readonly TextPlace[];
}>;

function placeBar(bar: Bar, y: number, { room, length }: Scale): PlacedBar {
  const height = bar.thin ? thinHeight : barHeight;
  const top = y + (barPitch - height) / 2;
  const rects: RectPlace[] = bar.backdrop
    ? [{ kind: 'rect', x: 0, y: top, width: room, height, fill: 'backdrop' }]
    : [];
  const texts: { x: number; text: string }[] = [];
  let before = 0;
  for (const { fill, value, text, href } of bar.parts.filter(isDrawn)) {
    const x = length(before);
    rects.push({ kind: 'rect', x, y: top, width: length(value), height, fill, href });
    if (text) texts.push({ x, text });
    before += value;
  }
  const starts = spread(texts);
  return {
    rects,
    value: {
      kind: 'text',
      role: 'value',
      x: (bar.backdrop ? room : length(bar.value)) + 6,
      y: top + height / 2 + 4.8,
      text: bar.text,
      note: bar.note,
    },
    numbers: texts.map(({ text }, i) => ({
      kind: 'text',
      role: 'small',
      x: starts[i]!,
      y: y + barPitch + smallLineHeight - 4,
      text,
    })),
  };
}

const isDrawn = ({ value }: Part) => value > 0;

type PlacedRow = Placed<RectPlace | TextPlace> & Readonly<{ axis: readonly [number, number] }>;

/** The label of a row, its bars below, and the part of the axis beside them. */
function placeRow({ label, bars }: BarRow, y: number, scale: Scale): PlacedRow {
  const labels = placeLabel(label, y, 'label');
  const placed: PlacedBar[] = [];
  let bottom = labels.bottom;
  for (const bar of bars) {
    const next = placeBar(bar, bottom, scale);
    placed.push(next);
    bottom += barPitch + (next.numbers.length > 0 ? smallLineHeight : 0);
  }
  const numbers = placed.flatMap((bar) => bar.numbers);
  return {
    places: [
      ...labels.places,
      ...placed.flatMap(({ rects }) => rects),
      ...placed.map(({ value }) => value),
      ...numbers,
    ],
    bottom: bottom + rowGap,
    axis: [labels.bottom, bottom - (numbers.length > 0 ? smallLineHeight : 0)],
  };
}

/** Horizontal bars from zero, each with its value at its end, below the legend if there is one. */
export function layoutBars(chart: BarChart): Layout {
  const scale = scaleOf(chart);
  const legend = placeLegend(chart.series);
  const axisTitle = placeLabel(chart.axis, legend.bottom, 'small');
  const rows: PlacedRow[] = [];
  let y = axisTitle.bottom + (axisTitle.places.length > 0 ? 4 : 0);
  for (const row of chart.rows) {
    const placed = placeRow(row, y, scale);
    rows.push(placed);
    y = placed.bottom;
  }
  return {
    places: [
      ...axisTitle.places,
      ...rows.flatMap(({ places }) => places),
      ...legend.places,
      {
        kind: 'path',
        role: 'axis',
        strokes: rows.map(({ axis: [from, to] }) => [
          [0.5, from],
          [0.5, to],
        ]),
      },
    ],
    height: Math.ceil(Math.max(y, 1)),
  };
}
