import { declaration, valueElement, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const font = (
  name: string,
  others: string,
  panose: string,
  charset: string,
  family: 'roman' | 'swiss',
) =>
  xml(
    'w:font',
    { 'w:name': name },
    valueElement('altName', others),
    valueElement('panose1', panose),
    valueElement('charset', charset),
    valueElement('family', family),
    valueElement('pitch', 'variable'),
  );

/**
 * What the fonts of the document may be replaced by where they are missing: all that is named here
 * is either bought with Word or free.
 */
export const fontTable = (): string =>
  declaration +
  xml(
    'w:fonts',
    { 'xmlns:w': main },
    font('Times New Roman', 'Liberation Serif', '02020603050405020304', '00', 'roman'),
    font('Noto Naskh Arabic', 'Traditional Arabic', '020B0502040504020204', 'B2', 'roman'),
    font('SimSun', 'Noto Serif CJK SC', '02010600030101010101', '86', 'roman'),
    font('SimHei', 'Noto Sans CJK SC', '02010609060101010101', '86', 'swiss'),
  );
