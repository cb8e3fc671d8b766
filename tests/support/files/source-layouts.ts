import type { Locale } from '#lib/convention/names';
import { sourceTexts } from '#tests/support/files/source-texts';

/** A page as HTML, and the text that a person reads on it, paragraph by paragraph. */
export type Layout = Readonly<{ html: string; text: readonly string[]; turned?: 90 | 180 | 270 }>;

const page = (locale: Locale, style: string, body: string) =>
  `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>body{font:11pt/1.4 'Noto Naskh Arabic','Noto Sans CJK SC','DejaVu Serif',serif}table{border-collapse:collapse;width:100%}td{padding:6pt;vertical-align:top;width:50%}${style}</style><body>${body}</body></html>`;
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const repeat = (texts: readonly string[], times: number) =>
  Array.from({ length: times }, () => texts).flat();

const inParagraphs = (locale: Locale, style: string, times = 1): Layout => {
  const text = repeat(sourceTexts[locale], times);
  return { html: page(locale, style, paragraphs(text)), text };
};

/** The layouts of executive summaries, by name. */
export const layouts: Readonly<Record<string, (locale: Locale) => Layout>> = {
  plain: (locale) => inParagraphs(locale, ''),
  narrow: (locale) => inParagraphs(locale, 'body{width:8cm;hyphens:auto}'),
  justified: (locale) => inParagraphs(locale, 'p{text-align:justify;text-indent:1.5em;margin:0}'),
  columns: (locale) =>
    inParagraphs(locale, 'body{column-count:2;column-gap:1cm;column-fill:auto;height:18cm}', 5),
  spaced: (locale) =>
    inParagraphs(locale, locale === 'ar' ? '' : 'p:first-child{letter-spacing:.4em}'),
  turned: (locale) => ({ ...inParagraphs(locale, ''), turned: 90 }),
  turnedBack: (locale) => ({ ...inParagraphs(locale, ''), turned: 270 }),
  upsideDown: (locale) => ({ ...inParagraphs(locale, ''), turned: 180 }),
  sideways: (locale) =>
    inParagraphs(
      locale,
      '@page{size:A4}body{transform:rotate(90deg);transform-origin:0 0;position:absolute;left:18cm;top:0;width:22cm}',
    ),
  table: (locale) => {
    const [heading = '', ...texts] = sourceTexts[locale];
    const rows = texts.map((text, i) => [
      text.replace(/^\(\d+\)/u, ''),
      texts[(i + 1) % 3]!.replace(/^\(\d+\)/u, ''),
    ]);
    const body = rows.map(
      (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    );
    return {
      html: page(locale, '', `<p>${heading}</p><table>${body.join('')}</table>`),
      text: [heading, ...rows.flat()],
    };
  },
  tightTable: (locale) => {
    const [heading = '', ...texts] = sourceTexts[locale].map((text) =>
      text.replace(/^\(\d+\)/u, ''),
    );
    const rows = [0, 1].map((row) => texts.map((_, i) => texts[(i + row) % texts.length]!));
    const body = rows.map(
      (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    );
    return {
      html: page(
        locale,
        'table{border-spacing:2px;border-collapse:separate}td{padding:1px;width:33%}',
        `<p>${heading}</p><table>${body.join('')}</table>`,
      ),
      text: [heading, ...rows.flat()],
    };
  },
  threeColumns: (locale) =>
    inParagraphs(
      locale,
      'body{column-count:3;column-gap:.5cm;column-fill:auto;height:14cm;font-size:9pt}',
      5,
    ),
  notes: (locale) => {
    const [heading = '', first = '', second = ''] = sourceTexts[locale];
    const noted = second.replace(/(ISO 37001|国际标准|informations|testigos)/u, '$1<sup>4</sup>');
    const note = `4 ${first.replace(/^\(\d+\) /u, '')}`;
    return {
      html: page(
        locale,
        'sup{font-size:65%;vertical-align:super}.note{font-size:8pt;margin-top:4cm}',
        `<p>${heading}</p><p>${first}</p><p>${noted}</p><p class="note">${note}</p>`,
      ),
      text: [heading, first, second, note],
    };
  },
};
