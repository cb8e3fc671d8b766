import 'server-only';
import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** Properties that PDF viewers show for a document. */
export type PdfMetadata = Readonly<{ author: string; subject: string; keywords: string }>;

const first = PDFName.of('First');
const next = PDFName.of('Next');
const title = PDFName.of('Title');

/** Lists the outline items (bookmarks) below an item, depth first; stops beyond `limit`. */
function outlineItems(parent: PDFDict, limit: number): PDFDict[] {
  const items: PDFDict[] = [];
  let item = parent.lookupMaybe(first, PDFDict);
  while (item && items.length <= limit) {
    items.push(item, ...outlineItems(item, limit - items.length));
    item = item.lookupMaybe(next, PDFDict);
  }
  return items;
}

async function load(content: Uint8Array): Promise<PDFDocument | null> {
  try {
    // Updated metadata would hold the present time, and equal notes would differ.
    return await PDFDocument.load(content, {
      parseSpeed: ParseSpeeds.Fastest,
      updateMetadata: false,
    });
  } catch {
    return null;
  }
}

/**
 * Sets the titles of a PDF's bookmarks, in their order, and its metadata. Returns the file as it is
 * if it cannot be read or has another number of bookmarks. Chromium takes the title of a bookmark
 * from the glyphs it draws, which puts the words of an Arabic title in the wrong order.
 */
export async function withPdfMetadata(
  content: Uint8Array,
  bookmarkTitles: readonly string[],
  { author, subject, keywords }: PdfMetadata,
): Promise<Uint8Array> {
  const pdf = await load(content);
  if (!pdf) return content;
  const { context } = pdf;
  const catalog = context.lookupMaybe(context.trailerInfo.Root, PDFDict);
  const outlines = catalog?.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  if (!outlines) return content;
  const items = outlineItems(outlines, bookmarkTitles.length);
  if (items.length !== bookmarkTitles.length) return content;
  for (const [index, item] of items.entries())
    item.set(title, PDFHexString.fromText(bookmarkTitles[index]!.toWellFormed()));
  pdf.setAuthor(author.toWellFormed());
  pdf.setSubject(subject.toWellFormed());
  pdf.setKeywords([keywords.toWellFormed()]);
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
