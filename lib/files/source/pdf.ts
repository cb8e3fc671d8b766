import 'server-only';
import { getDocument } from 'unpdf/pdfjs';
import { mostCharacters, mostPages } from '#lib/files/limits';
import type { Paragraph } from '#lib/files/source/passages';
import { linesOf, withoutMargins, type Line, type Run } from '#lib/files/source/pdf-lines';
import { paragraphsOfPages } from '#lib/files/source/pdf-paragraphs';
import { FileRefused } from '#lib/files/refusal';

// Only text is wanted: no script of the file is run, no font of the machine is looked for, nothing
// is fetched.
const textAlone = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  enableXfa: false,
  stopAtErrors: false,
} as const;

/** The paragraphs of a PDF and how many pages it has. */
export async function readPdf(
  content: Uint8Array,
): Promise<Readonly<{ pages: number; paragraphs: readonly Paragraph[] }>> {
  const file = await getDocument({ ...textAlone, data: content }).promise.catch(
    (error: unknown) => {
      throw new FileRefused(
        error instanceof Error && error.name === 'PasswordException'
          ? 'fileEncrypted'
          : 'fileBroken',
      );
    },
  );
  if (file.numPages > mostPages) throw new FileRefused('fileTooManyPages');
  if (file.numPages === 0) throw new FileRefused('fileBroken');
  const pages: Line[][] = [];
  let characters = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.filter((item): item is typeof item & Run => 'str' in item));
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostCharacters) throw new FileRefused('sourceTooLong');
    pages.push(lines);
    page.cleanup();
  }
  return { pages: file.numPages, paragraphs: paragraphsOfPages(withoutMargins(pages)) };
}
