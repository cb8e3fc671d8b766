import { xmlDeclaration, valueElement, xml } from '#lib/documents/docx/xml';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const font = (
  name: string,
  alternative: string,
  panose: string,
  charset: string,
  family: 'roman' | 'swiss',
) =>
  xml(
    'w:font',
    { 'w:name': name },
    valueElement('altName', alternative),
    valueElement('panose1', panose),
    valueElement('charset', charset),
    valueElement('family', family),
    valueElement('pitch', 'variable'),
  );

/**
 * The fonts of the document and what may replace them where they are missing. Each is free or comes
 * with Word.
 */
export const fontTable = (): string =>
  xmlDeclaration +
  xml(
    'w:fonts',
    { 'xmlns:w': main },
    font('Times New Roman', 'Liberation Serif', '02020603050405020304', '00', 'roman'),
    font('Noto Naskh Arabic', 'Traditional Arabic', '020B0502040504020204', 'B2', 'roman'),
    font('SimSun', 'Noto Serif CJK SC', '02010600030101010101', '86', 'roman'),
    font('SimHei', 'Noto Sans CJK SC', '02010609060101010101', '86', 'swiss'),
  );
