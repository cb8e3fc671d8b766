import 'server-only';
import { attribute, readXml } from '#lib/files/xml';
import { readZipParts } from '#lib/files/read-zip';
import { FileRefused } from '#lib/files/refusal';
import { propertyNames } from '#lib/documents/docx/properties';
import {
  parseParagraphs,
  textOfPieces,
  type PartParagraph,
  type ParagraphPiece,
} from '#lib/documents/docx/parse-part';
import { paragraphLocations } from '#lib/documents/docx/paragraph-locations';

export type DocxParagraph = Readonly<{
  where: string;
  style: string;
  text: string;
  pieces: readonly ParagraphPiece[];
}>;
export type ParsedDocx = Readonly<{
  /** What identifies the edition; a property that somebody removed is missing. */
  properties: Readonly<Partial<Record<keyof typeof propertyNames, string>>>;
  paragraphs: readonly DocxParagraph[];
  /** The bound numbers in their order, with their present text. */
  numbers: readonly Readonly<{ key: string; text: string; where: string }>[];
  /** The texts of each chart in their order: names, labels, values and titles. */
  charts: readonly (readonly string[])[];
}>;

function parseProperties(part: Buffer | undefined): ParsedDocx['properties'] {
  const found = new Map<string, string>();
  let name = '';
  if (part)
    readXml(part, {
      open: (tag) => {
        if (tag.local === 'property') name = attribute(tag, 'name') ?? '';
      },
      text: (text) => {
        if (name !== '') found.set(name, (found.get(name) ?? '') + text);
      },
      close: (tag) => {
        if (tag.local === 'property') name = '';
      },
    });
  return Object.fromEntries(
    Object.entries(propertyNames).flatMap(([key, property]) =>
      found.has(property) ? [[key, found.get(property)]] : [],
    ),
  );
}

function chartTexts(part: Buffer): readonly string[] {
  const texts: string[] = [];
  let inside = false;
  readXml(part, {
    open: ({ local }) => {
      if (local === 'v' || local === 't') {
        inside = true;
        texts.push('');
      }
    },
    text: (text) => {
      if (inside) texts.push((texts.pop() ?? '') + text);
    },
    close: ({ local }) => {
      if (local === 'v' || local === 't') inside = false;
    },
  });
  return texts;
}

const compareNumbers = (a: string, b: string) =>
  Number(/(\d{1,9})\.xml$/.exec(a)?.[1] ?? 0) - Number(/(\d{1,9})\.xml$/.exec(b)?.[1] ?? 0);
const withLocations = (paragraphs: readonly PartParagraph[], locations: readonly string[]) =>
  paragraphs.map(({ style, pieces }, index): DocxParagraph => ({
    where: locations[index] ?? '',
    style,
    text: textOfPieces(pieces),
    pieces,
  }));

/**
 * Parses the Word file of a note, which somebody may have edited. Throws `FileRefused` for a file
 * that is no Word file or may do harm.
 */
export async function parseNoteDocx(content: Uint8Array): Promise<ParsedDocx> {
  const parts = await readZipParts(Buffer.from(content), (name) =>
    /^(word\/[^/]*\.xml|word\/charts\/[^/]*\.xml|docProps\/custom\.xml)$/i.test(name),
  );
  const main = parts.get('word/document.xml');
  if (!main) throw new FileRefused('fileOfOtherKind');
  const named = (pattern: RegExp) =>
    [...parts.keys()].filter((name) => pattern.test(name)).toSorted(compareNumbers);
  const body = parseParagraphs(main);
  const notes = parts.get('word/footnotes.xml');
  const footnotes = notes ? parseParagraphs(notes).filter(({ pieces }) => pieces.length > 0) : [];
  const headersAndFooters = named(/^word\/(header|footer)\d*\.xml$/i).flatMap((name) => {
    const kind = name.includes('header') ? 'header' : 'footer';
    return withLocations(parseParagraphs(parts.get(name) ?? Buffer.alloc(0)), []).map((each) => ({
      ...each,
      where: kind,
    }));
  });
  const paragraphs = [
    ...withLocations(body, paragraphLocations(body)),
    ...withLocations(footnotes, paragraphLocations(footnotes)),
    ...headersAndFooters,
  ];
  return {
    properties: parseProperties(parts.get('docProps/custom.xml')),
    paragraphs,
    numbers: paragraphs.flatMap(({ pieces, where }) =>
      pieces.flatMap(({ key, text }) => (key === undefined ? [] : [{ key, text, where }])),
    ),
    charts: named(/^word\/charts\/chart\d*\.xml$/i).map((name) =>
      chartTexts(parts.get(name) ?? Buffer.alloc(0)),
    ),
  };
}
