import { escapeMarkup } from '#lib/text/escape';
import { labelLines } from '#lib/text/label-lines';
import { chartWidth } from '#components/summaries/figures/layout';
import type { Host, Part } from '#components/summaries/figures/read-figure';

const attributes: Readonly<Record<string, string>> = {
  className: 'class',
  textAnchor: 'text-anchor',
};

function markup(part: Part): string {
  if (typeof part === 'string') return escapeMarkup(part);
  const given = Object.entries(part.props)
    .filter(
      ([name, value]) =>
        name !== 'children' && value !== undefined && value !== null && value !== false,
    )
    .map(([name, value]) => ` ${attributes[name] ?? name}="${escapeMarkup(String(value))}"`)
    .join('');
  return `<${part.name}${given}>${part.parts.map(markup).join('')}</${part.name}>`;
}

/**
 * The light colours of public/register.css: a picture that stands by itself has no style sheet. A
 * test holds the two equal.
 */
export const colours = {
  ink: '#16212b',
  second: '#4a5a68',
  paper: '#fff',
  line: '#e8ecf0',
  AFR: '#0b62a4',
  APG: '#c65102',
  EEG: '#12805c',
  GRULAC: '#8f4c9b',
  WEOG: '#6d7378',
} as const;
const { ink, second, paper, line, ...groups } = colours;
const style = [
  `text{font-size:13.5px;fill:${ink}}`,
  '.value,.caption{font-weight:700}',
  `tspan{font-weight:400;fill:${second}}`,
  `.under{fill:${second}}`,
  `.source{font-size:10.5px;fill:${second}}`,
  `rect{stroke:${paper};stroke-width:.8}`,
  `.plain{fill:${paper};stroke:${second};stroke-width:1}`,
  `.whole{fill:${line};stroke:none}`,
  `.every{fill:${second}}`,
  `.axis{fill:none;stroke:${ink};stroke-width:1}`,
  ...Object.entries(groups).map(([group, fill]) => `.${group}{fill:${fill}}`),
  `.hatching{fill:none;stroke:${paper};stroke-width:.9}`,
  `.ground{fill:${paper};stroke:none}`,
].join('');

const margin = 14;
const lineHeight = 18;
const sourceHeight = 14;
/**
 * The first is found on most machines; the second comes with the register, for pictures made here.
 */
const fonts = `'Noto Sans','DejaVu Sans Condensed','Noto Sans Arabic','Noto Sans SC','Noto Sans CJK SC',sans-serif`;

type Standing = Readonly<{
  drawing: Host;
  caption: string;
  /** What it counts and when, in small letters below. */ source: string;
  locale: string;
  rtl: boolean;
}>;

/**
 * A figure as a picture that stands by itself: with its caption, its source, its colours and
 * hatching, on a white ground.
 */
export function standingSvg({ drawing, caption, source, locale, rtl }: Standing): string {
  const drawn = Number(String(drawing.props.viewBox).split(' ')[3]);
  const captionLines = labelLines(caption, chartWidth - 8);
  const sourceLines = labelLines(source, (chartWidth - 8) * 1.25);
  const top = margin + captionLines.length * lineHeight + 8;
  const width = chartWidth + 2 * margin;
  const height = top + drawn + 4 + sourceLines.length * sourceHeight + margin;
  const said = (text: string) => escapeMarkup(rtl ? `\u2067${text}\u2069` : text);
  const x = rtl ? width - margin : margin;
  const lines = (texts: readonly string[], kind: string, from: number, step: number) =>
    texts
      .map(
        (text, at) =>
          `<text class="${kind}" x="${x}" y="${from + at * step}"${rtl ? ' text-anchor="end"' : ''}>${said(text)}</text>`,
      )
      .join('');
  const named = drawing.parts.filter(
    (part) => typeof part !== 'string' && (part.name === 'title' || part.name === 'desc'),
  );
  const rest = drawing.parts.filter((part) => !named.includes(part));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${2 * width}" height="${2 * height}" role="img" aria-labelledby="${escapeMarkup(String(drawing.props['aria-labelledby']))}" direction="ltr" xml:space="preserve" xml:lang="${locale}" font-family="${fonts}">` +
    `${named.map(markup).join('')}<style>${style}</style><rect class="ground" width="${width}" height="${height}"/>` +
    `${lines(captionLines, 'caption', margin + 12, lineHeight)}<g transform="translate(${margin} ${top})">${rest.map(markup).join('')}</g>${lines(sourceLines, 'source', top + drawn + 14, sourceHeight)}</svg>\n`
  );
}
