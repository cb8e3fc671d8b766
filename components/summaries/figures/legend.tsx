import { fontSize, textWidth } from '#lib/text/label-lines';
import { chartWidth } from '#components/summaries/figures/layout';
import type { Region } from '#lib/convention/regions';

export type LegendEntry = Readonly<{ region: Region; name: string }>;

export const keySize = 11;
const lineHeight = 18;
const beforeText = 5;
const between = 13;

/**
 * The entries one after another, in as many lines as they take, and how much room they take in all.
 */
export function placeLegend(entries: readonly LegendEntry[]): {
  keys: readonly (LegendEntry & Readonly<{ x: number; y: number; textX: number; textY: number }>)[];
  height: number;
} {
  let x = 0;
  let y = 2;
  const keys = entries.map((entry) => {
    const width = keySize + beforeText + textWidth(entry.name);
    if (x > 0 && x + width > chartWidth) {
      x = 0;
      y += lineHeight;
    }
    const placed = {
      ...entry,
      x,
      y: y + 2,
      textX: x + keySize + beforeText,
      textY: y + fontSize - 2,
    };
    x += width + between;
    return placed;
  });
  return { keys, height: entries.length > 0 ? y + lineHeight + 6 : 0 };
}
