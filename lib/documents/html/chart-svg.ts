import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import { directionOf } from '#lib/text/languages';
import type { Chart } from '#lib/documents/model/document';
import { chartWidth, layOut } from '#lib/documents/html/chart-layout';
import { colours, hatching, placeOf } from '#lib/documents/html/hatching';
import { fontSize } from '#lib/text/label-lines';
import { html, nothing, type Markup } from '#lib/documents/html/markup';

type About = Readonly<{ id: string; title: string; description: string; locale: Locale }>;

/**
 * A figure as it is drawn: bars from zero in five colours and their hatching, with names and
 * numbers at the bars. Colours are attributes, so that
 * it can be read without any style sheet; a sheet that knows `series-0` to `series-4` overrides
 * them.
 */
export function chartSvg(chart: Chart, { id, title, description, locale }: About): Markup {
  const say = (value: number) =>
    chart.percent ? formatPercent(locale, value) : formatNumber(locale, value);
  const { words, stretches, axes, height } = layOut(chart, say);
  const rtl = directionOf(locale) === 'rtl';
  // Arabic is mirrored by hand: browsers differ on the direction of a drawing. Marks keep numbers
  // on the right side of words.
  const at = (x: number, width = 0) => Math.round((rtl ? chartWidth - x - width : x) * 10) / 10;
  const said = (text: string) => (rtl ? `\u2067${text}\u2069` : text);
  const anchor = rtl ? html` text-anchor="end"` : nothing;
  const tenth = (n: number) => Math.round(n * 10) / 10;
  const lines = stretches
    .map(({ colour, ...box }) => hatching(colour, { ...box, x: at(box.x, box.width) }))
    .join('');
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" direction="ltr" font-size="${fontSize}" fill="currentColor"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${stretches.map(
    ({ x, y, width, height: high, colour }) =>
      html`<rect class="series-${placeOf(colour)}" x="${at(x, width)}" y="${tenth(y)}" width="${tenth(width)}" height="${high}" fill="${colours[placeOf(colour)]}"/>`,
  )}${
    lines
      ? html`<path class="hatching" d="${lines}" fill="none" stroke="#fff" stroke-width="1"/>`
      : nothing
  }<path class="axis" d="${axes.map(([from, to]) => `M${at(0.5)} ${from}V${to}`).join('')}" fill="none" stroke="currentColor"/>${words.map(
    ({ x, y, text, small }) =>
      html`<text${small ? html` class="small"` : nothing} x="${at(x)}" y="${tenth(y)}"${anchor}>${said(text)}</text>`,
  )}</svg>`;
}
