import type { Language } from '#lib/documents/docx/language';
import { xmlDeclaration, valueElement, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const compatibilitySetting = (name: string, val: string) =>
  xml('w:compatSetting', {
    'w:name': name,
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': val,
  });

export const settingsPart = ({ tag, rightToLeft }: Language): string =>
  xmlDeclaration +
  xml(
    'w:settings',
    { 'xmlns:w': main },
    xml('w:zoom', { 'w:percent': 100 }),
    valueElement('defaultTabStop', 567),
    valueElement('characterSpacingControl', 'doNotCompress'),
    xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })),
    xml(
      'w:compat',
      {},
      compatibilitySetting('compatibilityMode', '15'),
      compatibilitySetting('overrideTableStyleFontSizeAndJustification', '1'),
      compatibilitySetting('enableOpenTypeFeatures', '1'),
      compatibilitySetting('doNotFlipMirrorIndents', '1'),
    ),
    xml('w:themeFontLang', {
      'w:val': rightToLeft ? 'en-GB' : tag,
      'w:eastAsia': 'zh-CN',
      'w:bidi': 'ar-SA',
    }),
    valueElement('decimalSymbol', '.'),
    valueElement('listSeparator', ','),
  );

/**
 * The numbering of paragraphs, which hangs on their style: Word counts, so that an inserted
 * paragraph renumbers those after it.
 */
export function numberingPart(first: number): string {
  const level = xml(
    'w:lvl',
    { 'w:ilvl': 0 },
    valueElement('start', first),
    valueElement('numFmt', 'decimal'),
    valueElement('pStyle', 'NumberedParagraph'),
    valueElement('suff', 'tab'),
    valueElement('lvlText', '%1.'),
    valueElement('lvlJc', 'left'),
  );
  return (
    xmlDeclaration +
    xml(
      'w:numbering',
      { 'xmlns:w': main },
      xml(
        'w:abstractNum',
        { 'w:abstractNumId': 0 },
        valueElement('multiLevelType', 'singleLevel'),
        level,
      ),
      xml('w:num', { 'w:numId': 1 }, valueElement('abstractNumId', 0)),
    )
  );
}
