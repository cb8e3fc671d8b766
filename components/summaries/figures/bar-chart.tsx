import type { Row } from '#components/summaries/figures/bars';
import { hatching } from '#components/summaries/figures/hatching';
import { chartWidth, layOut } from '#components/summaries/figures/layout';
import { keySize, placeLegend, type LegendEntry } from '#components/summaries/figures/legend';
import type { BarScale } from '#components/summaries/shown';

type Props = Readonly<{
  id: string;
  title: string;
  description: string;
  legend: readonly LegendEntry[];
  rows: readonly Row[];
  most: number;
  rtl: boolean;
  scale: BarScale;
}>;

/**
 * Horizontal bars from zero, each with its value at its end, below the legend where there is one.
 */
export function BarChart({ id, title, description, legend, rows, most, rtl, scale }: Props) {
  const { keys, height: below } = placeLegend(legend);
  const { placed, height } = layOut(rows, most, scale, below);
  // Arabic is mirrored; marks around its texts keep numbers on the right side of words, whatever
  // the direction of the drawing.
  const at = (x: number, width = 0) => Math.round((rtl ? chartWidth - x - width : x) * 10) / 10;
  const said = (text: string) => (rtl ? `\u2067${text}\u2069` : text);
  const anchor = rtl ? 'end' : undefined;
  const lines = [
    ...keys.map(({ region, x, y }) =>
      hatching(region, { x: at(x, keySize), y, width: keySize, height: keySize }),
    ),
    ...placed.flatMap(({ stretches }) =>
      stretches.map((box) => hatching(box.fill, { ...box, x: at(box.x, box.width) })),
    ),
  ].join('');
  // What has links inside is no image to a screen reader.
  const opens = placed.some(({ stretches }) => stretches.some(({ href }) => href));
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${chartWidth} ${height}`}
      role={opens ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
      direction="ltr"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {placed.flatMap(({ key, labels, stretches, values, under }) => [
        ...labels.map(({ x, y, text }) => (
          <text key={`${key} ${y}`} x={at(x)} y={y} textAnchor={anchor}>
            {said(text)}
          </text>
        )),
        ...stretches.map(({ x, y, width, height: high, fill, href }) => {
          const rect = (
            <rect
              key={`${key} ${y} ${fill}`}
              x={at(x, width)}
              y={y}
              width={width}
              height={high}
              className={fill}
            />
          );
          // For the pointer alone: the table of the figure has the same links for the keyboard and
          // for screen readers.
          return href ? (
            <a key={`${key} ${y} ${fill}`} href={href} tabIndex={-1} aria-hidden="true">
              {rect}
            </a>
          ) : (
            rect
          );
        }),
        ...values.map(({ x, y, text, note }) => (
          <text key={`${key} value ${y}`} x={at(x)} y={y} textAnchor={anchor} className="value">
            {rtl ? '\u2067' : null}
            {text}
            {note ? <tspan>{text ? ` ${note}` : note}</tspan> : null}
            {rtl ? '\u2069' : null}
          </text>
        )),
        ...under.map(({ x, y, text }) => (
          <text key={`${key} under ${x}`} x={at(x)} y={y} textAnchor={anchor} className="under">
            {said(text)}
          </text>
        )),
      ])}
      {keys.flatMap(({ region, name, x, y, textX, textY }) => [
        <rect
          key={region}
          x={at(x, keySize)}
          y={y}
          width={keySize}
          height={keySize}
          className={`key ${region}`}
        />,
        <text key={`${region} name`} x={at(textX)} y={textY} textAnchor={anchor} className="under">
          {said(name)}
        </text>,
      ])}
      {lines ? <path className="hatching" d={lines} /> : null}
      <path
        className="axis"
        d={placed.map(({ axis: [from, to] }) => `M${at(0.5)} ${from}V${to}`).join('')}
      />
    </svg>
  );
}
