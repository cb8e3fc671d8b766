import { zipFile, type ZipPart } from '#tests/support/files/zip-file';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
export const word = (name: string, inner: string) =>
  `${head}<w:${name} xmlns:w="${wordNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inner}</w:${name}>`;
export const plain = (text: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
export const listed = (text: string, level = 0, list = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
export const relationship = (type: string, target: string, external = false) =>
  `<Relationship Id="x" Type="${relations}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;

export type DocxParts = Readonly<{
  body?: string;
  document?: string;
  numbering?: string;
  styles?: string;
  relationships?: string;
  contentType?: string;
  more?: readonly ZipPart[];
}>;

/** A Word document of these parts. */
export function docxFile({
  body = '',
  document = word('document', `<w:body>${body}</w:body>`),
  numbering,
  styles,
  relationships,
  contentType = `${types}.document.main+xml`,
  more = [],
}: DocxParts): Buffer {
  const some = (name: string, content: string | undefined): ZipPart[] =>
    content === undefined ? [] : [{ name, content }];
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('officeDocument', 'word/document.xml')}</Relationships>`,
    },
    { name: 'word/document.xml', content: document },
    ...some('word/numbering.xml', numbering),
    ...some('word/styles.xml', styles),
    ...some(
      'word/_rels/document.xml.rels',
      relationships === undefined
        ? undefined
        : `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`,
    ),
    ...more,
  ]);
}
