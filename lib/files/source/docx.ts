import 'server-only';
import { FileRefused } from '#lib/files/refusal';
import type { Paragraph } from '#lib/files/source/passages';
import { paragraphsOfDocument } from '#lib/files/source/docx-paragraphs';
import { numberingOf } from '#lib/files/source/docx-numbering';
import { attribute, readXml } from '#lib/files/xml';
import { partsOf } from '#lib/files/zip-parts';

const types = '[Content_Types].xml';
const isXml = (name: string) => /\.(xml|rels)$/i.test(name);

/**
 * A link that somebody may follow is no part of the document; whatever else comes from outside is
 * taken in when it is opened.
 */
function refuseOutside(relationships: Buffer) {
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

function mainPart(parts: ReadonlyMap<string, Buffer>): string {
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
 * The paragraphs of a Word document. Its pages are made anew by every program that opens it, so
 * they have no number here.
 */
export async function readDocx(content: Buffer): Promise<readonly Paragraph[]> {
  const parts = await partsOf(content, (name) => isXml(name) || /vbaProject\.bin$/i.test(name));
  if ([...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name)))
    throw new FileRefused('fileMacros');
  const declared = parts.get(types);
  if (!declared) throw new FileRefused('fileOfOtherKind');
  readXml(declared, {
    open: (tag) => {
      if (/macroEnabled|vbaProject/i.test(attribute(tag, 'ContentType') ?? ''))
        throw new FileRefused('fileMacros');
    },
  });
  const main = mainPart(parts);
  const text = parts.get(main);
  if (!text) throw new FileRefused('fileOfOtherKind');
  for (const [name, part] of parts) {
    if (/\.rels$/i.test(name)) refuseOutside(part);
    else if (name !== main && name !== types) readXml(part, {});
  }
  const beside = (name: string) => parts.get(main.replace(/[^/]*$/, name));
  return paragraphsOfDocument(text, numberingOf(beside('numbering.xml'), beside('styles.xml')));
}
