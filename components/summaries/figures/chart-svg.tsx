import type { Locale } from '#lib/convention/names';
import { drawChart, type Drawing, type Rect, type Text } from '#lib/documents/figures/drawing';
import type { Chart } from '#lib/documents/figures/figure';
import { shapeClass } from '#lib/documents/figures/shape-class';
import { directionOf } from '#lib/text/languages';

/**
 * The link is for the pointer alone: the table of the figure has the same links for the keyboard and
 * for screen readers.
 */
function RectShape({ rect }: { rect: Rect }) {
  const { x, y, width, height, href } = rect;
  const element = <rect x={x} y={y} width={width} height={height} className={shapeClass(rect)} />;
  if (!href) return element;
  return (
    <a href={href} tabIndex={-1} aria-hidden="true">
      {element}
    </a>
  );
}

function TextShape({ shape }: { shape: Text }) {
  const { x, y, before, text, note, after, alignRight } = shape;
  return (
    <text x={x} y={y} textAnchor={alignRight ? 'end' : undefined} className={shapeClass(shape)}>
      {before}
      {text}
      {note ? <tspan>{text ? ` ${note}` : note}</tspan> : null}
      {after}
    </text>
  );
}

function Shape({ shape }: { shape: Drawing['shapes'][number] }) {
  if (shape.kind === 'rect') return <RectShape rect={shape} />;
  if (shape.kind === 'text') return <TextShape shape={shape} />;
  return <path className={shapeClass(shape)} d={shape.d} />;
}

type Props = Readonly<{
  id: string;
  chart: Chart;
  title: string;
  description: string;
  locale: Locale;
}>;

/** A chart on a page. Its colours come from the style sheet. */
export function ChartSvg({ id, chart, title, description, locale }: Props) {
  const { width, height, shapes } = drawChart(chart, directionOf(locale) === 'rtl');
  // A drawing that contains links is no image to a screen reader.
  const hasLinks = shapes.some((shape) => shape.kind === 'rect' && shape.href);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      role={hasLinks ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
      direction="ltr"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {shapes.map((shape, at) => (
        <Shape key={at} shape={shape} />
      ))}
    </svg>
  );
}
