import type { Locale } from '#lib/convention/names';
import { drawChart, type Drawing, type Rect, type Text } from '#lib/documents/figures/drawing';
import type { BarChart } from '#lib/documents/figures/figure';
import { inks, palette } from '#lib/documents/figures/palette';
import { html, emptyMarkup, type Markup } from '#lib/documents/html/markup';
import { fontSize } from '#lib/text/wrap-label';
import { directionOf } from '#lib/text/languages';

type Labels = Readonly<{ id: string; title: string; description: string; locale: Locale }>;

const colourOf = ({ fill }: Rect) =>
  typeof fill === 'number' ? palette[fill].colour : inks.secondary;

const rectMarkup = (rect: Rect) =>
  html`<rect class="series-${String(rect.fill)}" x="${rect.x}" y="${rect.y}" width="${rect.width}" height="${rect.height}" fill="${colourOf(rect)}"/>`;

const textMarkup = ({ role, x, y, before, text, after, alignRight }: Text) =>
  html`<text${role === 'small' ? html` class="small"` : emptyMarkup} x="${x}" y="${y}"${alignRight ? html` text-anchor="end"` : emptyMarkup}>${before}${text}${after}</text>`;

function shapeMarkup(shape: Drawing['shapes'][number]): Markup {
  if (shape.kind === 'rect') return rectMarkup(shape);
  if (shape.kind === 'text') return textMarkup(shape);
  const stroke =
    shape.role === 'hatching'
      ? html`stroke="${inks.paper}" stroke-width="1"`
      : html`stroke="currentColor"`;
  return html`<path class="${shape.role}" d="${shape.d}" fill="none" ${stroke}/>`;
}

/**
 * A chart in the HTML of a note. Colours are attributes, so that it needs no style sheet; a style
 * sheet that knows `series-0` to `series-4` overrides them.
 */
export function chartSvg(chart: BarChart, { id, title, description, locale }: Labels): Markup {
  const { width, height, shapes } = drawChart(chart, directionOf(locale) === 'rtl');
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" direction="ltr" font-size="${fontSize}" fill="currentColor"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${shapes.map(shapeMarkup)}</svg>`;
}
