import 'server-only';
import { getDocument } from 'unpdf/pdfjs';
import { maxCharacters, maxPages } from '#lib/files/limits';
import type { Paragraph } from '#lib/files/source/passages';
import { linesOf, withoutMargins, type Line, type PdfRun } from '#lib/files/source/pdf-lines';
import { paragraphsOfPages } from '#lib/files/source/pdf-paragraphs';
import { FileRefused } from '#lib/files/refusal';

// Only the text is read: no script of the file runs, no font of the machine is used, nothing is
// fetched.
const textOnly = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  enableXfa: false,
  stopAtErrors: false,
} as const;

/** Returns the paragraphs of a PDF and the number of its pages. @throws FileRefused */
export async function readPdf(
  content: Uint8Array,
): Promise<Readonly<{ pages: number; paragraphs: readonly Paragraph[] }>> {
  const file = await getDocument({ ...textOnly, data: content }).promise.catch((error: unknown) => {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    throw new FileRefused(isEncrypted ? 'fileEncrypted' : 'fileBroken');
  });
  if (file.numPages > maxPages) throw new FileRefused('fileTooManyPages');
  if (file.numPages === 0) throw new FileRefused('fileBroken');
  const pages: Line[][] = [];
  let characters = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.filter((item): item is typeof item & PdfRun => 'str' in item));
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > maxCharacters) throw new FileRefused('sourceTooLong');
    pages.push(lines);
    page.cleanup();
  }
  return { pages: file.numPages, paragraphs: paragraphsOfPages(withoutMargins(pages)) };
}
