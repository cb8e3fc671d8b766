import type { Locale } from '#lib/convention/names';
import { docxFile, relationship, word } from '#tests/support/files/docx-file';
import { sourceTexts } from '#tests/support/files/source-texts';

/** A Word document, and the text that a person reads in what a word processor prints of it. */
export type OfficeLayout = Readonly<{ docx: Buffer; text: readonly string[] }>;

const fontOf = (locale: Locale) =>
  ({ ar: 'Noto Naskh Arabic', zh: 'Noto Sans CJK SC' })[locale as string] ?? 'DejaVu Serif';

const stylesOf = (locale: Locale) => {
  const font = fontOf(locale);
  const language = { ar: 'ar-EG', zh: 'zh-CN' }[locale as string] ?? locale;
  return word(
    'styles',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}" w:bidi="${language}" w:eastAsia="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  );
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, isRtl: boolean, more = '') =>
  `<w:r><w:rPr>${more}${isRtl ? '<w:rtl/>' : ''}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (inner: string, isRtl: boolean, more = '') =>
  `<w:p><w:pPr>${more}${isRtl ? '<w:bidi/>' : ''}</w:pPr>${inner}</w:p>`;
const page =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>';
const section = (more: string, isRtl: boolean, size = page) =>
  `<w:sectPr>${size}${more}${isRtl ? '<w:bidi/>' : ''}</w:sectPr>`;

const withoutNumber = (text: string) => text.replace(/^\(\d+\) /u, '');

type Parts = Parameters<typeof docxFile>[0];
const layout = (locale: Locale, body: string, text: readonly string[], more: Parts = {}) => ({
  docx: docxFile({
    body,
    styles: stylesOf(locale),
    relationships:
      relationship('styles', 'styles.xml') +
      (more.numbering ? relationship('numbering', 'numbering.xml').replace('"x"', '"n"') : ''),
    ...more,
  }),
  text,
});

const inParagraphs = (locale: Locale, properties: string, sectionOf: string, times = 1) => {
  const isRtl = locale === 'ar';
  const text = Array.from({ length: times }, () => sourceTexts[locale]).flat();
  const body = text.map((each) => paragraph(run(each, isRtl), isRtl, properties)).join('');
  return layout(locale, body + sectionOf, text);
};

/** The layouts of a word processor, by name. */
export const officeLayouts: Readonly<Record<string, (locale: Locale) => OfficeLayout>> = {
  plain: (locale) => inParagraphs(locale, '', section('', locale === 'ar')),
  justified: (locale) =>
    inParagraphs(
      locale,
      '<w:spacing w:after="0"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
      section('', locale === 'ar'),
    ),
  landscape: (locale) =>
    inParagraphs(
      locale,
      '',
      section('', locale === 'ar', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'),
    ),
  columns: (locale) =>
    inParagraphs(locale, '', section('<w:cols w:num="2" w:space="567"/>', locale === 'ar'), 6),
  table: (locale) => {
    const isRtl = locale === 'ar';
    const [heading = '', ...texts] = sourceTexts[locale];
    const rows = texts.map((text, i) => [withoutNumber(text), withoutNumber(texts[(i + 1) % 3]!)]);
    const cell = (text: string) =>
      `<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>${paragraph(run(text, isRtl), isRtl)}</w:tc>`;
    const table = `<w:tbl><w:tblPr>${isRtl ? '<w:bidiVisual/>' : ''}<w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    return layout(locale, paragraph(run(heading, isRtl), isRtl) + table + section('', isRtl), [
      heading,
      ...rows.flat(),
    ]);
  },
  numbered: (locale) => {
    const isRtl = locale === 'ar';
    const [heading = '', ...texts] = sourceTexts[locale];
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = texts.map((text) => paragraph(run(withoutNumber(text), isRtl), isRtl, list));
    const numbering = word(
      'numbering',
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="41"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    );
    return layout(
      locale,
      paragraph(run(heading, isRtl), isRtl) + body.join('') + section('', isRtl),
      [heading, ...texts],
      { numbering },
    );
  },
  notes: (locale) => {
    const isRtl = locale === 'ar';
    const [heading = '', first = '', second = '', third = ''] = sourceTexts[locale];
    const at = Math.floor(second.length / 2);
    const space = Math.max(second.indexOf(' ', at), 0) || at;
    const noted =
      run(second.slice(0, space), isRtl) +
      '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>' +
      run(second.slice(space), isRtl);
    const note = withoutNumber(third);
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';
    const footnotes = word(
      'footnotes',
      `<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${paragraph(mark + run(` ${note}`, isRtl, '<w:sz w:val="16"/><w:szCs w:val="16"/>'), isRtl)}</w:footnote>`,
    );
    const body = [run(heading, isRtl), run(first, isRtl), noted].map((each) =>
      paragraph(each, isRtl),
    );
    return layout(
      locale,
      body.join('') + section('', isRtl),
      [heading, first, second, `1 ${note}`],
      {
        relationships:
          relationship('styles', 'styles.xml') +
          relationship('footnotes', 'footnotes.xml').replace('"x"', '"f"'),
        more: [{ name: 'word/footnotes.xml', content: footnotes }],
      },
    );
  },
};
