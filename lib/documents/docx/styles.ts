import type { Language } from '#lib/documents/docx/language';
import { paragraphStyles } from '#lib/documents/docx/paragraph-styles';
import { runProperties, styleElement } from '#lib/documents/docx/style';
import { xmlDeclaration, valueElement, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Margins of the cells of a table: beside their text, and above and below it. */
function cellMargins(inline: number, block: number): string {
  const margin = (side: string, width: number) =>
    xml(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });
  return xml(
    'w:tblCellMar',
    {},
    margin('top', block),
    margin('left', inline),
    margin('bottom', block),
    margin('right', inline),
  );
}

const tableBorder = (side: string, size: number, colour = '16212B') =>
  xml(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': colour });

/** The style that Word starts every table from. */
const normalTable = xml(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'TableNormal', 'w:default': 1 },
  valueElement('name', 'Normal Table'),
  xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0, 0)),
);

const tableStyle = (id: string, name: string, ...children: readonly string[]) =>
  xml(
    'w:style',
    { 'w:type': 'table', 'w:styleId': id, 'w:customStyle': 1 },
    valueElement('name', name),
    valueElement('basedOn', 'TableNormal'),
    ...children,
  );

const headBlock = tableStyle(
  'HeadBlock',
  'Head block',
  xml('w:tblPr', {}, xml('w:tblBorders', {}, tableBorder('bottom', 8)), cellMargins(0, 0)),
);

const summaryBox = tableStyle(
  'SummaryBox',
  'Summary box',
  xml(
    'w:tblPr',
    {},
    xml(
      'w:tblBorders',
      {},
      ...['top', 'left', 'bottom', 'right'].map((side) => tableBorder(side, 4)),
    ),
    cellMargins(113, 57),
  ),
);

const noteTable = tableStyle(
  'NoteTable',
  'Note table',
  xml(
    'w:tblPr',
    {},
    xml(
      'w:tblBorders',
      {},
      tableBorder('top', 8),
      tableBorder('bottom', 8),
      tableBorder('insideH', 2, 'B4BEC7'),
    ),
    cellMargins(57, 0),
  ),
  xml(
    'w:tblStylePr',
    { 'w:type': 'firstRow' },
    xml(
      'w:tcPr',
      {},
      xml('w:tcBorders', {}, tableBorder('bottom', 8)),
      valueElement('vAlign', 'bottom'),
    ),
  ),
);

/** Fonts, size and language of all text that no style sets otherwise. */
function defaultRunProperties(language: Language): string {
  const { tag, rightToLeft, fonts } = language;
  const fontElement = xml('w:rFonts', {
    'w:hint': tag === 'zh-CN' ? 'eastAsia' : undefined,
    'w:ascii': fonts.latin,
    'w:hAnsi': fonts.latin,
    'w:eastAsia': fonts.eastAsia,
    'w:cs': fonts.complex,
  });
  const languageElement = xml('w:lang', {
    'w:val': rightToLeft ? 'en-GB' : tag,
    'w:eastAsia': 'zh-CN',
    'w:bidi': 'ar-SA',
  });
  return runProperties(language, { size: 0 })
    .replace('<w:rPr>', `<w:rPr>${fontElement}`)
    .replace('</w:rPr>', `${languageElement}</w:rPr>`);
}

const documentDefaults = (language: Language): string =>
  xml(
    'w:docDefaults',
    {},
    xml('w:rPrDefault', {}, defaultRunProperties(language)),
    xml(
      'w:pPrDefault',
      {},
      xml(
        'w:pPr',
        {},
        '<w:widowControl/>',
        xml('w:spacing', {
          'w:after': 0,
          'w:line': language.rightToLeft ? 228 : 257,
          'w:lineRule': 'auto',
        }),
      ),
    ),
  );

/** The styles of the document. All of its looks come from them: no text is formatted directly. */
export function stylesPart(language: Language): string {
  const { rightToLeft } = language;
  const styles = paragraphStyles.map((style) =>
    rightToLeft && style.id === 'Normal' ? { ...style, place: { rightToLeft } } : style,
  );
  return (
    xmlDeclaration +
    xml(
      'w:styles',
      { 'xmlns:w': main },
      documentDefaults(language),
      ...styles.map((style) => styleElement(language, style)),
      normalTable,
      headBlock,
      summaryBox,
      noteTable,
    )
  );
}
