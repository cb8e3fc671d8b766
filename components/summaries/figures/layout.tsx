import type { Bar, Part, Row } from '#components/summaries/figures/bars';
import { labelLines, textWidth } from '#lib/text/label-lines';
import type { BarScale } from '#components/summaries/shown';

/** Figures are drawn narrow and shown at about their own size, so that their texts never shrink. */
export const chartWidth = 320;
const lineHeight = 17;
const barPitch = 18;
const barHeight = 14;
const thinHeight = 7;
const underneath = 15;
const gap = 11;

type Text = Readonly<{ x: number; y: number; text: string; note?: string }>;
type Stretch = Readonly<{
  x: number;
  y: number;
  width: number;
  height: number;
  fill: Part['fill'] | 'whole';
  href?: string;
}>;
type Placed = Readonly<{
  key: string;
  labels: readonly Text[];
  stretches: readonly Stretch[];
  values: readonly Text[];
  under: readonly Text[];
  axis: readonly [from: number, to: number];
}>;

const textOf = ({ value, note }: Bar) => (note ? `${value} ${note}` : value);

/**
 * Where everything stands, counted from the side on which reading begins; the chart mirrors it for
 * Arabic. `below`: what is taken at the top.
 */
export function layOut(
  rows: readonly Row[],
  most: number,
  scale: BarScale,
  below = 0,
): { placed: Placed[]; height: number } {
  const atEnd = Math.max(
    0,
    ...rows.flatMap(({ bars }) => bars.map((bar) => textWidth(textOf(bar)))),
  );
  const room = Math.floor(chartWidth - atEnd - 10);
  const length = scale(most, room);
  let y = below;
  const placed = rows.map(({ key, label, bars }): Placed => {
    const labels = labelLines(label, chartWidth - 4).map((text) => ({
      x: 0,
      y: (y += lineHeight) - 4,
      text,
    }));
    const from = y;
    const stretches: Stretch[] = [];
    const values: Text[] = [];
    const under: Text[] = [];
    for (const bar of bars) {
      const height = bar.thin ? thinHeight : barHeight;
      const top = y + (barPitch - height) / 2;
      if (bar.whole) stretches.push({ x: 0, y: top, width: room, height, fill: 'whole' });
      let before = 0;
      let free = 0;
      y += barPitch;
      const labelled = bar.parts.some((part) => part.n > 0 && part.label);
      for (const { fill, n, label: own, href } of bar.parts.filter((part) => part.n > 0)) {
        const x = length(before);
        stretches.push({ x, y: top, width: length(n), height, fill, href });
        before += n;
        if (!own) continue;
        under.push({ x: Math.max(x, free), y: y + underneath - 4, text: own });
        free = under.at(-1)!.x + textWidth(own) + 7;
      }
      values.push({
        x: (bar.whole ? room : length(bar.n)) + 6,
        y: top + height / 2 + 4.8,
        text: bar.value,
        note: bar.note,
      });
      if (labelled) y += underneath;
    }
    const to = y - (under.length > 0 ? underneath : 0);
    y += gap;
    return { key, labels, stretches, values, under, axis: [from, to] };
  });
  return { placed, height: Math.ceil(Math.max(y, 1)) };
}
