import 'server-only';
import { FileRefused } from '#lib/files/refusal';
import { textOfDocument, type DocxText } from '#lib/files/source/docx-paragraphs';
import { numberingOf } from '#lib/files/source/docx-numbering';
import { readStyles } from '#lib/files/source/docx-styles';
import { attribute, readXml } from '#lib/files/xml';
import { readZipParts } from '#lib/files/read-zip';

const contentTypes = '[Content_Types].xml';
const isMacro = (name: string) => /vbaProject\.bin$/i.test(name);
const isXml = (name: string) => /\.(xml|rels)$/i.test(name);

/**
 * Refuses macros and external content, which Word loads when it opens the document. A hyperlink is
 * only followed by the reader. @throws FileRefused
 */
function refuseExternalContent(relationships: Buffer) {
  readXml(relationships, {
    open: (tag) => {
      if (tag.local !== 'Relationship') return;
      const type = attribute(tag, 'Type') ?? '';
      if (/vbaProject$/i.test(type)) throw new FileRefused('fileMacros');
      if (attribute(tag, 'TargetMode')?.toLowerCase() === 'external' && !/\/hyperlink$/i.test(type))
        throw new FileRefused('fileLinks');
    },
  });
}

/** Returns the name of the part that holds the text. */
function mainPartName(parts: ReadonlyMap<string, Buffer>): string {
  let target = '';
  const relationships = parts.get('_rels/.rels');
  if (relationships)
    readXml(relationships, {
      open: (tag) => {
        if (/\/officeDocument$/.test(attribute(tag, 'Type') ?? ''))
          target = attribute(tag, 'Target') ?? '';
      },
    });
  return target.replace(/^\//, '') || 'word/document.xml';
}

/**
 * Returns the paragraphs of a Word document and what could not be read. They have no page numbers:
 * every program that opens the document divides it into pages anew. @throws FileRefused
 */
export async function readDocx(content: Buffer): Promise<DocxText> {
  const parts = await readZipParts(content, (name) => isXml(name) || isMacro(name));
  if ([...parts.keys()].some(isMacro)) throw new FileRefused('fileMacros');
  const declared = parts.get(contentTypes);
  if (!declared) throw new FileRefused('fileOfOtherKind');
  readXml(declared, {
    open: (tag) => {
      if (/macroEnabled|vbaProject/i.test(attribute(tag, 'ContentType') ?? ''))
        throw new FileRefused('fileMacros');
    },
  });
  const main = mainPartName(parts);
  const text = parts.get(main);
  if (!text) throw new FileRefused('fileOfOtherKind');
  for (const [name, part] of parts) {
    if (/\.rels$/i.test(name)) refuseExternalContent(part);
    else if (name !== main && name !== contentTypes) readXml(part, {});
  }
  const siblingPart = (name: string) => parts.get(main.slice(0, main.lastIndexOf('/') + 1) + name);
  const stylesPart = siblingPart('styles.xml');
  const styles = stylesPart ? readStyles(stylesPart) : new Map<string, never>();
  return textOfDocument(text, styles, numberingOf(siblingPart('numbering.xml'), styles));
}
