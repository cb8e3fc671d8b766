import 'server-only';
import { getDocument, type PDFPageProxy } from 'unpdf/pdfjs';
import { maxCharacters, maxPages, type Unread } from '#lib/files/limits';
import type { Paragraph } from '#lib/files/source/passages';
import { CharacterMaps, hasInstalledMaps } from '#lib/files/source/pdf-cmaps';
import { GlyphReader, unreadable, type Glyph, type GlyphFont } from '#lib/files/source/pdf-glyphs';
import { contentOfPages, type PageContent } from '#lib/files/source/pdf-content';
import { blocksOf, type Block } from '#lib/files/source/pdf-lines';
import { withoutMargins } from '#lib/files/source/pdf-margins';
import { paragraphsOfPages } from '#lib/files/source/pdf-paragraphs';
import { FileRefused } from '#lib/files/refusal';

// Only the text is read: no script of the file runs, no font of the machine is used, no image is
// unpacked, nothing is fetched but maps of characters.
const textOnly = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  fontExtraProperties: true,
  maxImageSize: 0,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  enableXfa: false,
  stopAtErrors: false,
  cMapUrl: 'maps/',
  cMapPacked: hasInstalledMaps,
  BinaryDataFactory: CharacterMaps,
} as const;

type PdfFile = Awaited<ReturnType<typeof getDocument>['promise']>;
type Visibility = Awaited<ReturnType<PdfFile['getOptionalContentConfig']>>;

/** Returns the glyphs of a page that are seen on it. */
async function glyphsOf(
  page: PDFPageProxy,
  visibility: Visibility,
  content: PageContent | undefined,
): Promise<readonly Glyph[]> {
  const operators = await page.getOperatorList();
  const fontOf = (name: string) =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as GlyphFont) : undefined;
  const isVisible = (group: unknown) => visibility.isVisible(group);
  const { glyphs } = new GlyphReader(operators, {
    fontOf,
    isVisible,
    spans: content?.spans ?? [],
  });
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view as readonly number[];
  // What stands outside of the page is not printed: notes to the printer, hidden words.
  return glyphs.filter(
    ({ x, y, size }) => x > left - size && x < right + size && y > bottom - size && y < top + size,
  );
}

export type PdfText = Readonly<{
  pages: number;
  paragraphs: readonly Paragraph[];
  unread: readonly Unread[];
}>;

/** Returns the paragraphs of a PDF, the number of its pages, and what could not be read on them. */
export async function readPdf(content: Uint8Array): Promise<PdfText> {
  // pdf.js takes the bytes that it is given for its own.
  const contents = await contentOfPages(content);
  const file = await getDocument({ ...textOnly, data: content }).promise.catch((error: unknown) => {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw new FileRefused(isEncrypted ? 'fileEncrypted' : 'fileBroken');
  });
  if (file.numPages > maxPages) throw new FileRefused('fileTooManyPages');
  if (file.numPages === 0) throw new FileRefused('fileBroken');
  const pages: Block[][] = [];
  const unread: Unread[] = [];
  const visibility = await file.getOptionalContentConfig();
  let characters = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const glyphs = await glyphsOf(page, visibility, contents?.[number - 1]);
    characters += glyphs.length;
    if (characters > maxCharacters) throw new FileRefused('sourceTooLong');
    const blocks = blocksOf(glyphs);
    pages.push(blocks);
    unread.push({
      page: number,
      characters: glyphs.filter(({ text }) => text === unreadable).length,
      images: contents?.[number - 1]?.images ?? 0,
      notes: 0,
      numbers: 0,
      isEmpty: blocks.length === 0,
    });
    page.cleanup();
  }
  return { pages: file.numPages, paragraphs: paragraphsOfPages(withoutMargins(pages)), unread };
}
