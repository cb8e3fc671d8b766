import 'server-only';
import {
  largestAttachment,
  maxCharacters,
  sourceTypes,
  type MediaType,
  type Unread,
} from '#lib/files/limits';
import { cleanText } from '#lib/files/source/clean-text';
import { passagesOf, type Passages } from '#lib/files/source/passages';
import { paragraphsOfText } from '#lib/files/source/pasted-text';
import { FileRefused, type RefusalKey } from '#lib/files/refusal';

/**
 * A source document: its media type by its content, its number of pages, its paragraphs, and the
 * pages of which something could not be read.
 */
export type Source = Passages &
  Readonly<{ mediaType: MediaType; pages: number | null; unread: readonly Unread[] }>;
export type SourceInput = Readonly<{ file: Uint8Array }> | Readonly<{ text: string }>;
export type SourceResult =
  | Readonly<{ ok: true; value: Source }>
  | Readonly<{ ok: false; why: RefusalKey }>;

const startsWith = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, i) => content[i] === byte);

/** An encrypted Word document has the container of an old one, but names its content. */
const isEncryptedPackage = (content: Buffer) =>
  content.includes(Buffer.from('EncryptedPackage', 'utf16le'));

const hasUnread = ({ characters, images, notes, numbers, isEmpty }: Unread) =>
  isEmpty || characters + images + notes + numbers > 0;

// The readers are large: a worker loads only the one that it needs.
async function readFile(content: Buffer): Promise<Source> {
  if (content.length === 0) throw new FileRefused('fileEmpty');
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
    const { readDocx } = await import('#lib/files/source/docx');
    const { paragraphs, unread } = await readDocx(content);
    const found = { mediaType: sourceTypes.docx, pages: null, unread: [unread].filter(hasUnread) };
    return { ...found, ...passagesOf(paragraphs) };
  }
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new FileRefused(isEncryptedPackage(content) ? 'fileEncrypted' : 'fileOldWord');
  // Some programs write a few bytes of their own before the PDF.
  if (!content.subarray(0, 1024).includes('%PDF-')) throw new FileRefused('fileOfOtherKind');
  const { readPdf } = await import('#lib/files/source/pdf');
  const { pages, paragraphs, unread } = await readPdf(new Uint8Array(content));
  const found = { mediaType: sourceTypes.pdf, pages, unread: unread.filter(hasUnread) };
  return { ...found, ...passagesOf(paragraphs) };
}

function readText(text: string): Source {
  if (text.length > largestAttachment || text.trim().length > maxCharacters)
    throw new FileRefused('sourceTooLong');
  const { text: clean, leftOut } = cleanText(text);
  if (clean.trim() === '') throw new FileRefused('enterSource');
  const { passages } = passagesOf(paragraphsOfText(clean));
  return { mediaType: sourceTypes.text, pages: null, passages, leftOut, unread: [] };
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
