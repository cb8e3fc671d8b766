import type { Language } from '#lib/documents/docx/language';
import { declaration, said, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const setting = (name: string, val: string) =>
  xml('w:compatSetting', {
    'w:name': name,
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': val,
  });

export const settingsPart = ({ tag, rightToLeft }: Language): string =>
  declaration +
  xml(
    'w:settings',
    { 'xmlns:w': main },
    xml('w:zoom', { 'w:percent': 100 }),
    said('defaultTabStop', 567),
    said('characterSpacingControl', 'doNotCompress'),
    xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })),
    xml(
      'w:compat',
      {},
      setting('compatibilityMode', '15'),
      setting('overrideTableStyleFontSizeAndJustification', '1'),
      setting('enableOpenTypeFeatures', '1'),
      setting('doNotFlipMirrorIndents', '1'),
    ),
    xml('w:themeFontLang', {
      'w:val': rightToLeft ? 'en-GB' : tag,
      'w:eastAsia': 'zh-CN',
      'w:bidi': 'ar-SA',
    }),
    said('decimalSymbol', '.'),
    said('listSeparator', ','),
  );

/**
 * Paragraphs are numbered by Word, so that one put in moves the others on; the number hangs on
 * their style.
 */
export function numberingPart(first: number): string {
  const level = xml(
    'w:lvl',
    { 'w:ilvl': 0 },
    said('start', first),
    said('numFmt', 'decimal'),
    said('pStyle', 'NumberedParagraph'),
    said('suff', 'tab'),
    said('lvlText', '%1.'),
    said('lvlJc', 'left'),
  );
  return (
    declaration +
    xml(
      'w:numbering',
      { 'xmlns:w': main },
      xml('w:abstractNum', { 'w:abstractNumId': 0 }, said('multiLevelType', 'singleLevel'), level),
      xml('w:num', { 'w:numId': 1 }, said('abstractNumId', 0)),
    )
  );
}
