import 'server-only';
import { largestAttachment, sourceTypes, maxCharacters, type MediaType } from '#lib/files/limits';
import { cleanText } from '#lib/files/source/clean-text';
import { passagesOf, type Passages } from '#lib/files/source/passages';
import { paragraphsOfText } from '#lib/files/source/pasted-text';
import { FileRefused, type RefusalKey } from '#lib/files/refusal';

/** A source document: its media type by its content, its number of pages, and its paragraphs. */
export type Source = Passages & Readonly<{ mediaType: MediaType; pages: number | null }>;
export type SourceInput = Readonly<{ file: Uint8Array }> | Readonly<{ text: string }>;
export type SourceResult =
  | Readonly<{ ok: true; value: Source }>
  | Readonly<{ ok: false; why: RefusalKey }>;

const startsWith = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, i) => content[i] === byte);

/** An encrypted Word document has the container of an old one, but names its content. */
const isEncryptedPackage = (content: Buffer) =>
  content.includes(Buffer.from('EncryptedPackage', 'utf16le'));

// The readers are large: a worker loads only the one that it needs.
async function readFile(content: Buffer): Promise<Source> {
  if (content.length === 0) throw new FileRefused('fileEmpty');
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
    const { readDocx } = await import('#lib/files/source/docx');
    return { mediaType: sourceTypes.docx, pages: null, ...passagesOf(await readDocx(content)) };
  }
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new FileRefused(isEncryptedPackage(content) ? 'fileEncrypted' : 'fileOldWord');
  // Some programs write a few bytes of their own before the PDF.
  if (!content.subarray(0, 1024).includes('%PDF-')) throw new FileRefused('fileOfOtherKind');
  const { readPdf } = await import('#lib/files/source/pdf');
  const { pages, paragraphs } = await readPdf(new Uint8Array(content));
  return { mediaType: sourceTypes.pdf, pages, ...passagesOf(paragraphs) };
}

function readText(text: string): Source {
  if (text.length > largestAttachment || text.trim().length > maxCharacters)
    throw new FileRefused('sourceTooLong');
  const { text: clean, leftOut } = cleanText(text);
  if (clean.trim() === '') throw new FileRefused('enterSource');
  const { passages } = passagesOf(paragraphsOfText(clean));
  return { mediaType: sourceTypes.text, pages: null, passages, leftOut };
}

/** Reads a file or pasted text. Any error means that it cannot be read: strangers make files. */
export async function readSource(given: SourceInput): Promise<SourceResult> {
  try {
    return {
      ok: true,
      value: 'text' in given ? readText(given.text) : await readFile(Buffer.from(given.file)),
    };
  } catch (error) {
    return { ok: false, why: error instanceof FileRefused ? error.why : 'fileBroken' };
  }
}
