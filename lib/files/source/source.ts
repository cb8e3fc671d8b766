import 'server-only';
import { largestAttachment, sourceTypes, mostCharacters, type MediaType } from '#lib/files/limits';
import { cleaned } from '#lib/files/source/clean';
import { passagesOf, type Passages } from '#lib/files/source/passages';
import { paragraphsOfText } from '#lib/files/source/pasted';
import { FileRefused, type ReadFault } from '#lib/files/refusal';

/**
 * A source as it was read: what kind it is by its content, its pages where it has any, and its
 * paragraphs.
 */
export type Source = Passages & Readonly<{ mediaType: MediaType; pages: number | null }>;
export type Given = Readonly<{ file: Uint8Array }> | Readonly<{ text: string }>;
export type Reading =
  | Readonly<{ ok: true; value: Source }>
  | Readonly<{ ok: false; why: ReadFault }>;

const startsWith = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, i) => content[i] === byte);

/**
 * An old Word document and an encrypted new one are the same kind of container; the latter says
 * what it holds.
 */
const isEncryptedPackage = (content: Buffer) =>
  content.includes(Buffer.from('EncryptedPackage', 'utf16le'));

// The readers are large, and a thread loads the one that it needs.
async function readFile(content: Buffer): Promise<Source> {
  if (content.length === 0) throw new FileRefused('fileEmpty');
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) {
    const { readDocx } = await import('#lib/files/source/docx');
    return { mediaType: sourceTypes.docx, pages: null, ...passagesOf(await readDocx(content)) };
  }
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new FileRefused(isEncryptedPackage(content) ? 'fileEncrypted' : 'fileOldWord');
  // Some programs put a few bytes of their own before the PDF.
  if (!content.subarray(0, 1024).includes('%PDF-')) throw new FileRefused('fileOfOtherKind');
  const { readPdf } = await import('#lib/files/source/pdf');
  const { pages, paragraphs } = await readPdf(new Uint8Array(content));
  return { mediaType: sourceTypes.pdf, pages, ...passagesOf(paragraphs) };
}

function readText(text: string): Source {
  if (text.length > largestAttachment || text.trim().length > mostCharacters)
    throw new FileRefused('sourceTooLong');
  const { text: clean, leftOut } = cleaned(text);
  if (clean.trim() === '') throw new FileRefused('enterSource');
  const { passages } = passagesOf(paragraphsOfText(clean));
  return { mediaType: sourceTypes.text, pages: null, passages, leftOut };
}

/**
 * Reads what was given. Whatever is thrown over a file that a stranger may have made says that it
 * cannot be read.
 */
export async function readGiven(given: Given): Promise<Reading> {
  try {
    return {
      ok: true,
      value: 'text' in given ? readText(given.text) : await readFile(Buffer.from(given.file)),
    };
  } catch (error) {
    return { ok: false, why: error instanceof FileRefused ? error.why : 'fileBroken' };
  }
}
