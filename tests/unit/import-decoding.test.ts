import { describe, expect, it } from 'vitest';
import { decodeText } from '#lib/files/tables/decode-text';
import { UnreadableFile } from '#lib/files/tables/faults';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

/** All that can be read, and why no more. */
async function read(bytes: Uint8Array, size = bytes.length || 1) {
  let text = '';
  try {
    for await (const piece of decodeText(inPieces(bytes, size))) text += piece;
  } catch (error) {
    if (error instanceof UnreadableFile) return { text, key: error.key, values: error.values };
    throw error;
  }
  return { text };
}

const bytes = (...parts: readonly (readonly number[] | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
/** Written by hand: one, two, three and four bytes in UTF-8. */
const sample = 'ref,é,ب,会,😀\n';
const utf16le = Buffer.from(sample, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', bytes(sample)],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], sample)],
    ['UTF-16, little end first', Buffer.concat([bytes([0xff, 0xfe]), utf16le])],
    ['UTF-16, big end first', Buffer.concat([bytes([0xfe, 0xff]), utf16be])],
  ])('%s is read whole, wherever the pieces are cut', async (_name, file) => {
    for (const size of [1, 2, 3, 5, 7, 64])
      expect(await read(file, size)).toEqual({ text: sample });
  });

  it.each([
    ['nothing', ''],
    ['one byte', 'a'],
    ['three bytes', 'abc'],
  ])('%s is UTF-8', async (_name, text) => {
    expect(await read(bytes(text))).toEqual({ text });
  });

  it('names the first byte that is not UTF-8 by its offset in the file', async () => {
    // Windows-1252 writes é as E9, which in UTF-8 would begin three bytes.
    expect(await read(bytes('ref\nCaf', [0xe9], ',x\n'))).toEqual({
      text: 'ref\nCaf',
      key: 'notUtf8',
      values: { byte: '0xE9', offset: 7 },
    });
    expect(await read(bytes([0xef, 0xbb, 0xbf], 'ab', [0xff]), 2)).toEqual({
      text: 'ab',
      key: 'notUtf8',
      values: { byte: '0xFF', offset: 5 },
    });
  });

  it('refuses a character that the file cuts off', async () => {
    expect(await read(bytes('abc', [0xe4, 0xbc]))).toEqual({
      text: 'abc',
      key: 'notUtf8',
      values: { byte: '0xE4', offset: 3 },
    });
  });

  it('knows the sign for a damaged character from damage of its own', async () => {
    expect(await read(bytes('a\ufffdb'))).toEqual({ text: 'a\ufffdb' });
    expect(await read(bytes('a\ufffdb', [0x80], 'c'))).toEqual({
      text: 'a\ufffdb',
      key: 'notUtf8',
      values: { byte: '0x80', offset: 5 },
    });
  });

  it('refuses half a pair in UTF-16', async () => {
    expect(await read(bytes([0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x62, 0]))).toMatchObject({
      text: 'a',
      key: 'notUtf16',
      values: { offset: 4 },
    });
  });

  it.each([
    ['UTF-16 without its mark', utf16le, 'utf16WithoutMark'],
    ['UTF-16 without its mark, big end first', utf16be, 'utf16WithoutMark'],
    ['UTF-32, little end first', bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'utf32'],
    ['UTF-32, big end first', bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 'utf32'],
    ['a workbook', bytes('PK', [3, 4], 'xl/workbook.xml'), 'workbook'],
  ])('does not guess at %s', async (_name, file, key) => {
    expect(await read(file)).toMatchObject({ text: '', key });
  });
});
