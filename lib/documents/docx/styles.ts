import type { Language } from '#lib/documents/docx/language';
import { paragraphStyles } from '#lib/documents/docx/paragraph-styles';
import { runProperties, styleElement } from '#lib/documents/docx/style';
import { declaration, valueElement, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const cellMargins = (inline: number, block: number) =>
  xml(
    'w:tblCellMar',
    {},
    ...(
      [
        ['top', block],
        ['left', inline],
        ['bottom', block],
        ['right', inline],
      ] as const
    ).map(([side, w]) => xml(`w:${side}`, { 'w:w': w, 'w:type': 'dxa' })),
  );
const tableStyle = (id: string, name: string, ...children: readonly string[]) =>
  xml(
    'w:style',
    {
      'w:type': 'table',
      'w:styleId': id,
      'w:customStyle': id === 'TableNormal' ? undefined : 1,
      'w:default': id === 'TableNormal' ? 1 : undefined,
    },
    valueElement('name', name),
    ...(id === 'TableNormal' ? [] : [valueElement('basedOn', 'TableNormal')]),
    ...children,
  );
const tableBorder = (side: string, size: number, colour = '16212B') =>
  xml(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': colour });

/** Whatever the document looks like: nothing in its text is set by hand. */
export function stylesPart(language: Language): string {
  const { tag, rightToLeft, fonts } = language;
  const defaults = xml(
    'w:docDefaults',
    {},
    xml(
      'w:rPrDefault',
      {},
      runProperties(language, { size: 0 })
        .replace(
          '<w:rPr>',
          `<w:rPr>${xml('w:rFonts', { 'w:hint': tag === 'zh-CN' ? 'eastAsia' : undefined, 'w:ascii': fonts.latin, 'w:hAnsi': fonts.latin, 'w:eastAsia': fonts.eastAsia, 'w:cs': fonts.complex })}`,
        )
        .replace(
          '</w:rPr>',
          `${xml('w:lang', { 'w:val': rightToLeft ? 'en-GB' : tag, 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })}</w:rPr>`,
        ),
    ),
    xml(
      'w:pPrDefault',
      {},
      xml(
        'w:pPr',
        {},
        '<w:widowControl/>',
        xml('w:spacing', { 'w:after': 0, 'w:line': rightToLeft ? 228 : 257, 'w:lineRule': 'auto' }),
      ),
    ),
  );
  return (
    declaration +
    xml(
      'w:styles',
      { 'xmlns:w': main },
      defaults,
      ...paragraphStyles.map((style) =>
        styleElement(
          language,
          rightToLeft && style.id === 'Normal' ? { ...style, place: { rightToLeft } } : style,
        ),
      ),
      tableStyle(
        'TableNormal',
        'Normal Table',
        xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0, 0)),
      ),
      tableStyle(
        'HeadBlock',
        'Head block',
        xml('w:tblPr', {}, xml('w:tblBorders', {}, tableBorder('bottom', 8)), cellMargins(0, 0)),
      ),
      tableStyle(
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
      ),
      tableStyle(
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
      ),
    )
  );
}
