import 'server-only';
import { attribute, readXml } from '#lib/files/xml';
import { partsOf } from '#lib/files/zip-parts';
import { FileRefused } from '#lib/files/refusal';
import { propertyNames } from '#lib/documents/docx/properties';
import {
  paragraphsOfPart,
  textIn,
  type PartParagraph,
  type Piece,
} from '#lib/documents/docx/reading-part';
import { placesOf } from '#lib/documents/docx/reading-places';

export type DocxParagraph = Readonly<{
  where: string;
  style: string;
  text: string;
  pieces: readonly Piece[];
}>;
export type DocxReading = Readonly<{
  /** By which the file says of what edition it is; what somebody took out is missing. */
  properties: Readonly<Partial<Record<keyof typeof propertyNames, string>>>;
  paragraphs: readonly DocxParagraph[];
  /** The bound numbers in their order, with the text that stands there now. */
  numbers: readonly Readonly<{ key: string; text: string; where: string }>[];
  /** What the charts say: names, labels, values and titles, in their order. */
  charts: readonly (readonly string[])[];
}>;

function propertiesOf(part: Buffer | undefined): DocxReading['properties'] {
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
    Object.entries(propertyNames).flatMap(([key, said]) =>
      found.has(said) ? [[key, found.get(said)]] : [],
    ),
  );
}

function wordsOfChart(part: Buffer): readonly string[] {
  const words: string[] = [];
  let inside = false;
  readXml(part, {
    open: ({ local }) => {
      if (local === 'v' || local === 't') {
        inside = true;
        words.push('');
      }
    },
    text: (text) => {
      if (inside) words.push((words.pop() ?? '') + text);
    },
    close: ({ local }) => {
      if (local === 'v' || local === 't') inside = false;
    },
  });
  return words;
}

const byNumber = (a: string, b: string) =>
  Number(/(\d+)\.xml$/.exec(a)?.[1] ?? 0) - Number(/(\d+)\.xml$/.exec(b)?.[1] ?? 0);
const placed = (paragraphs: readonly PartParagraph[], places: readonly string[]) =>
  paragraphs.map(({ style, pieces }, n): DocxParagraph => ({
    where: places[n] ?? '',
    style,
    text: textIn(pieces),
    pieces,
  }));

/**
 * A note read back from a Word file that somebody may have edited. What is no Word file, or may do
 * harm, throws `FileRefused`.
 */
export async function readNoteDocx(content: Uint8Array): Promise<DocxReading> {
  const parts = await partsOf(Buffer.from(content), (name) =>
    /^(word\/[^/]*\.xml|word\/charts\/[^/]*\.xml|docProps\/custom\.xml)$/i.test(name),
  );
  const main = parts.get('word/document.xml');
  if (!main) throw new FileRefused('fileOfOtherKind');
  const named = (pattern: RegExp) =>
    [...parts.keys()].filter((name) => pattern.test(name)).toSorted(byNumber);
  const body = paragraphsOfPart(main);
  const notes = parts.get('word/footnotes.xml');
  const footnotes = notes ? paragraphsOfPart(notes).filter(({ pieces }) => pieces.length > 0) : [];
  const running = named(/^word\/(header|footer)\d*\.xml$/i).flatMap((name) => {
    const kind = name.includes('header') ? 'header' : 'footer';
    return placed(paragraphsOfPart(parts.get(name) ?? Buffer.alloc(0)), []).map((each) => ({
      ...each,
      where: kind,
    }));
  });
  const paragraphs = [
    ...placed(body, placesOf(body)),
    ...placed(footnotes, placesOf(footnotes)),
    ...running,
  ];
  return {
    properties: propertiesOf(parts.get('docProps/custom.xml')),
    paragraphs,
    numbers: paragraphs.flatMap(({ pieces, where }) =>
      pieces.flatMap(({ key, text }) => (key === undefined ? [] : [{ key, text, where }])),
    ),
    charts: named(/^word\/charts\/chart\d*\.xml$/i).map((name) =>
      wordsOfChart(parts.get(name) ?? Buffer.alloc(0)),
    ),
  };
}
