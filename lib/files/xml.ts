import 'server-only';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileRefused } from '#lib/files/refusal';

export type Tag = SaxesTagNS;
export type Handlers = Readonly<{
  open?: (tag: Tag) => void;
  close?: (tag: Tag) => void;
  text?: (text: string) => void;
}>;

const deepest = 500;

function decoded(part: Buffer): string {
  const [first, second] = part;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}

/**
 * Reads a part as XML. What is not well formed is broken; a DOCTYPE, by which a small file can say
 * anything, is refused.
 */
export function readXml(part: Buffer, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new FileRefused('fileDoctype');
  });
  parser.on('error', () => {
    throw new FileRefused('fileBroken');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new FileRefused('fileTooMuch');
    open?.(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(tag);
  });
  parser.on('text', (content) => text?.(content));
  parser.write(decoded(part)).close();
}

/** The value of an attribute by its local name, whatever prefix the file gives to its namespace. */
export const attribute = (tag: Tag, name: string): string | undefined =>
  Object.values(tag.attributes).find((each) => each.local === name)?.value;
