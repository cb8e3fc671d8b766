import { textWidth } from '#lib/text/label-lines';
import { chartWidth } from '#components/summaries/figures/layout';
import type { BarScale } from '#components/summaries/shown';
import type { Region } from '#lib/convention/regions';

/** A growing number over time; `label` stands at the end of its line. */
export type Line = Readonly<{ region: Region; label: string; values: readonly number[] }>;
type Props = Readonly<{
  id: string;
  title: string;
  description: string;
  lines: readonly Line[];
  first: string;
  last: string;
  rtl: boolean;
  scale: BarScale;
}>;

const height = 190;
const above = 12;
const below = 22;
const lineHeight = 16;
const tenth = (n: number) => Math.round(n * 10) / 10;

/** Labels at the ends of lines, moved apart where they would lie on one another. */
function apart(ends: readonly number[]): number[] {
  const placed: number[] = [];
  for (const i of ends.map((_, at) => at).toSorted((a, b) => ends[a]! - ends[b]!)) {
    const free = Math.max(...placed.filter((y) => y !== undefined).map((y) => y + lineHeight), 0);
    placed[i] = Math.max(ends[i]!, free);
  }
  return placed;
}

/**
 * Lines from zero over equal steps of time, told apart by dashes as well as colours, with their
 * names at their ends.
 */
export function LineChart({ id, title, description, lines, first, last, rtl, scale }: Props) {
  const room = chartWidth - Math.max(0, ...lines.map(({ label }) => textWidth(label))) - 14;
  const steps = Math.max(1, (lines[0]?.values.length ?? 1) - 1);
  const up = scale(Math.max(0, ...lines.flatMap(({ values }) => values)), height - above - below);
  const x = (step: number) =>
    tenth(rtl ? chartWidth - (step / steps) * room : (step / steps) * room);
  const y = (n: number) => tenth(height - below - up(n));
  const said = (text: string) => (rtl ? `\u2067${text}\u2069` : text);
  const anchor = rtl ? 'end' : undefined;
  const labels = apart(lines.map(({ values }) => y(values.at(-1) ?? 0)));
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${chartWidth} ${height + 6}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      direction="ltr"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <path className="axis" d={`M${x(0)} ${above}V${height - below}H${x(steps)}`} />
      {lines.map(({ region, values }) => (
        <path
          key={region}
          className={`line ${region}`}
          d={values.map((n, step) => `${step === 0 ? 'M' : 'L'}${x(step)} ${y(n)}`).join('')}
        />
      ))}
      {lines.map(({ region, label }, i) => (
        <text
          key={region}
          x={tenth(rtl ? x(steps) - 6 : x(steps) + 6)}
          y={labels[i]! + 4.5}
          textAnchor={anchor}
        >
          {said(label)}
        </text>
      ))}
      <text className="under" x={x(0)} y={height - 4} textAnchor={anchor}>
        {said(first)}
      </text>
      <text className="under" x={x(steps)} y={height - 4} textAnchor={rtl ? undefined : 'end'}>
        {said(last)}
      </text>
    </svg>
  );
}
