import 'server-only';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { FileRefused } from '#lib/files/refusal';

export type Tag = SaxesTagNS;
export type Handlers = Readonly<{
  open?: (tag: Tag) => void;
  close?: (tag: Tag) => void;
  text?: (text: string) => void;
}>;

const maxDepth = 500;

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const decode = (part: Buffer): string =>
  new TextDecoder(encodingOf(part), { fatal: true }).decode(part);

/**
 * Parses a part as XML. Refuses what is not well formed, and a DOCTYPE, whose entities can make a
 * small file expand without end. @throws FileRefused
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
    if (depth > maxDepth) throw new FileRefused('fileTooMuch');
    open?.(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(tag);
  });
  parser.on('text', (content) => text?.(content));
  parser.on('cdata', (content) => text?.(content));
  parser.write(decode(part)).close();
}

/** Returns an attribute by its local name, whatever prefix the file gives to its namespace. */
export const attribute = (tag: Tag, name: string): string | undefined =>
  Object.values(tag.attributes).find((each) => each.local === name)?.value;
