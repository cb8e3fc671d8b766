import { regionCodes } from '#lib/convention/regions';
import type { Locale } from '#lib/convention/names';
import { drawChart, type Drawing, type Rect, type Text } from '#lib/documents/figures/drawing';
import type { Chart } from '#lib/documents/figures/figure';
import { chartWidth } from '#lib/documents/figures/layout';
import { inks, palette } from '#lib/documents/figures/palette';
import { shapeClass } from '#lib/documents/figures/shape-class';
import { escapeMarkup } from '#lib/text/escape';
import { wrapLabel } from '#lib/text/wrap-label';
import { directionOf } from '#lib/text/languages';

const { ink, secondary, paper, line } = inks;
const style = [
  `text{font-size:13.5px;fill:${ink}}`,
  '.value,.caption{font-weight:700}',
  `tspan{font-weight:400;fill:${secondary}}`,
  `.under{fill:${secondary}}`,
  `.source{font-size:10.5px;fill:${secondary}}`,
  `rect{stroke:${paper};stroke-width:.8}`,
  `.plain{fill:${paper};stroke:${secondary};stroke-width:1}`,
  `.whole{fill:${line};stroke:none}`,
  `.every{fill:${secondary}}`,
  `.axis{fill:none;stroke:${ink};stroke-width:1}`,
  ...regionCodes.map((region, at) => `.${region}{fill:${palette[at]!.colour}}`),
  `.hatching{fill:none;stroke:${paper};stroke-width:.9}`,
  `.ground{fill:${paper};stroke:none}`,
].join('');

const margin = 14;
const captionLineHeight = 18;
const sourceLineHeight = 14;
/**
 * Most machines have the first font. The second comes with the register, for the pictures that it
 * makes itself.
 */
const fonts = `'Noto Sans','DejaVu Sans Condensed','Noto Sans Arabic','Noto Sans SC','Noto Sans CJK SC',sans-serif`;

const rectMarkup = (rect: Rect) =>
  `<rect x="${rect.x}" y="${rect.y}" width="${rect.width}" height="${rect.height}" class="${shapeClass(rect)}"></rect>`;

function textMarkup(text: Text): string {
  const name = shapeClass(text);
  const anchor = text.alignRight ? ' text-anchor="end"' : '';
  const note = text.note
    ? `<tspan>${escapeMarkup(text.text ? ` ${text.note}` : text.note)}</tspan>`
    : '';
  return `<text x="${text.x}" y="${text.y}"${anchor}${name ? ` class="${name}"` : ''}>${text.before}${escapeMarkup(text.text)}${note}${text.after}</text>`;
}

function shapeMarkup(shape: Drawing['shapes'][number]): string {
  if (shape.kind === 'rect') return rectMarkup(shape);
  if (shape.kind === 'text') return textMarkup(shape);
  return `<path class="${shapeClass(shape)}" d="${shape.d}"></path>`;
}

type Input = Readonly<{
  id: string;
  chart: Chart;
  caption: string;
  description: string;
  /** What the figure counts and when, in small letters below. */
  source: string;
  locale: Locale;
}>;

/**
 * A chart as an SVG file that needs no style sheet: with its caption, its source, its colours and
 * hatching, on a white ground.
 */
export function svgFile({ id, chart, caption, description, source, locale }: Input): string {
  const rightToLeft = directionOf(locale) === 'rtl';
  const drawing = drawChart(chart, rightToLeft);
  const captionLines = wrapLabel(caption, chartWidth - 8);
  const sourceLines = wrapLabel(source, (chartWidth - 8) * 1.25);
  const top = margin + captionLines.length * captionLineHeight + 8;
  const bottom = top + drawing.height;
  const width = chartWidth + 2 * margin;
  const height = bottom + 4 + sourceLines.length * sourceLineHeight + margin;
  const isolated = (text: string) => escapeMarkup(rightToLeft ? `\u2067${text}\u2069` : text);
  const x = rightToLeft ? width - margin : margin;
  const anchor = rightToLeft ? ' text-anchor="end"' : '';
  const lines = (texts: readonly string[], name: string, y: number, step: number) =>
    texts
      .map(
        (text, at) =>
          `<text class="${name}" x="${x}" y="${y + at * step}"${anchor}>${isolated(text)}</text>`,
      )
      .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${2 * width}" height="${2 * height}" role="img" aria-labelledby="${escapeMarkup(`${id}-title ${id}-desc`)}" direction="ltr" xml:space="preserve" xml:lang="${locale}" font-family="${fonts}">`,
    `<title id="${escapeMarkup(id)}-title">${escapeMarkup(caption)}</title>`,
    `<desc id="${escapeMarkup(id)}-desc">${escapeMarkup(description)}</desc>`,
    `<style>${style}</style><rect class="ground" width="${width}" height="${height}"/>`,
    lines(captionLines, 'caption', margin + 12, captionLineHeight),
    `<g transform="translate(${margin} ${top})">${drawing.shapes.map(shapeMarkup).join('')}</g>`,
    lines(sourceLines, 'source', bottom + 14, sourceLineHeight),
    '</svg>\n',
  ].join('');
}
