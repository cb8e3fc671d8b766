import 'server-only';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The maps of Adobe's character collections, if the package is installed. Without it, this file
 * makes the maps of encodings that the platform can decode.
 */
const installed = join(process.cwd(), 'node_modules', 'pdfjs-dist', 'cmaps');
export const hasInstalledMaps: boolean = existsSync(installed);

/** The character that stands for a code whose character is not known. */
const unknown = 0xe000;
/** A CID that no made map uses: only a font that goes by the CIDs of a collection has it. */
export const unusedCid = 0xffff;

const hex = (code: number, bytes: number) => `<${code.toString(16).padStart(2 * bytes, '0')}>`;
/** Made maps number characters by their UTF-16 unit, but ASCII as all collections do. */
const cidOf = (unit: number) => (unit >= 0x20 && unit <= 0x7e ? unit - 0x1f : unit);

type Entry = Readonly<{ first: number; last: number; bytes: number; cid: number }>;
type Space = Readonly<{ first: number; last: number; bytes: number }>;

/** Writes blocks of at most a hundred lines, as the format asks. */
function blocksOf(lines: readonly string[], kind: string): string {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100);
    blocks.push(`${some.length} begin${kind}\n${some.join('\n')}\nend${kind}`);
  }
  return blocks.join('\n');
}

const cmapOf = (name: string, spaces: readonly Space[], body: string) =>
  Buffer.from(
    `/CMapName /${name} def\n/WMode ${/(?:^|-)V$/.test(name) ? 1 : 0} def\n` +
      `${blocksOf(
        spaces.map(({ first, last, bytes }) => `${hex(first, bytes)} ${hex(last, bytes)}`),
        'codespacerange',
      )}\n${body}\nendcmap`,
  );

const cidMap = (name: string, spaces: readonly Space[], entries: readonly Entry[]) =>
  cmapOf(
    name,
    spaces,
    blocksOf(
      entries.map(
        ({ first, last, bytes, cid }) => `${hex(first, bytes)} ${hex(last, bytes)} ${cid}`,
      ),
      'cidrange',
    ),
  );

/** The characters of the CIDs of made maps. */
function characterMap(name: string): Buffer {
  const lines = [`${hex(1, 2)} ${hex(0x5f, 2)} ${hex(0x20, 2)}`];
  for (let high = 0; high < 256; high += 1) {
    const first = Math.max(0x7f, high * 256);
    const last = high * 256 + 255;
    const end = last === unusedCid ? last - 1 : last;
    lines.push(`${hex(first, 2)} ${hex(end, 2)} ${hex(first, 2)}`);
  }
  lines.push(`${hex(unusedCid, 2)} ${hex(unusedCid, 2)} ${hex(unknown, 2)}`);
  return cmapOf(name, [{ first: 0, last: 0xffff, bytes: 2 }], blocksOf(lines, 'bfrange'));
}

const utf16Entries: readonly Entry[] = [
  { first: 0x20, last: 0x7e, bytes: 2, cid: 1 },
  { first: 0x7f, last: 0xd7ff, bytes: 2, cid: 0x7f },
  { first: 0xe000, last: 0xfffe, bytes: 2, cid: 0xe000 },
];

function utf8Map(name: string): Buffer {
  const entries: Entry[] = [{ first: 0x20, last: 0x7e, bytes: 1, cid: 1 }];
  for (let first = 0x80; first < 0xffff; first += 64) {
    if (first >= 0xd800 && first < 0xe000) continue;
    const codeOf = (unit: number) =>
      Number.parseInt(Buffer.from(String.fromCharCode(unit)).toString('hex'), 16);
    const bytes = first < 0x800 ? 2 : 3;
    const last = Math.min(first + 63, 0xfffe);
    entries.push({ first: codeOf(first), last: codeOf(last), bytes, cid: first });
  }
  return cidMap(
    name,
    [
      { first: 0, last: 0x7f, bytes: 1 },
      { first: 0xc280, last: 0xdfbf, bytes: 2 },
      { first: 0xe08080, last: 0xefbfbf, bytes: 3 },
      { first: 0xf0808080, last: 0xf7bfbfbf, bytes: 4 },
    ],
    entries,
  );
}

const utf16Map = (name: string) =>
  cidMap(
    name,
    [
      { first: 0, last: 0xd7ff, bytes: 2 },
      { first: 0xd800dc00, last: 0xdbffdfff, bytes: 4 },
      { first: 0xe000, last: 0xffff, bytes: 2 },
    ],
    [...utf16Entries, { first: 0xd800dc00, last: 0xdbffdfff, bytes: 4, cid: unknown }],
  );

const utf32Map = (name: string) =>
  cidMap(
    name,
    [{ first: 0, last: 0x10ffff, bytes: 4 }],
    utf16Entries.map((entry) => ({ ...entry, bytes: 4 })),
  );

const lowBytes = Array.from({ length: 256 }, (_, byte) => byte);
const isLead = (byte: number) => byte >= 0x81 && byte <= 0xfe;

/** A map of codes of one byte and of two, by the decoder of the platform. */
function decodedMap(name: string, encoding: string, sevenBit: boolean): Buffer {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const unitOf = (...bytes: number[]): number => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      return text.length === 1 ? text.charCodeAt(0) : unknown;
    } catch {
      return unknown;
    }
  };
  const entry = (code: number, bytes: number, unit: number): Entry => ({
    first: code,
    last: code,
    bytes,
    cid: cidOf(unit),
  });
  const two = sevenBit ? lowBytes.slice(0x21, 0x7f) : lowBytes.filter(isLead);
  const single = sevenBit ? [] : lowBytes.filter((byte) => !isLead(byte) || isHalfWidth(byte));
  const isShiftJis = encoding === 'shift_jis';
  const isHalf = (byte: number) => isShiftJis && isHalfWidth(byte);
  const ones = single.filter((byte) => byte >= 0x20 && (byte < 0x80 || isHalf(byte)));
  const entries = ones.map((byte) => entry(byte, 1, unitOf(byte)));
  const leads = two.filter((byte) => !isHalf(byte));
  for (const lead of leads)
    for (const trail of sevenBit ? two : lowBytes.slice(0x40, 0xff)) {
      const unit = sevenBit ? unitOf(lead + 0x80, trail + 0x80) : unitOf(lead, trail);
      entries.push(entry(lead * 256 + trail, 2, unit));
    }
  const spaces = sevenBit
    ? [{ first: 0x2121, last: 0x7e7e, bytes: 2 }]
    : [
        { first: 0, last: 0x80, bytes: 1 },
        ...(isShiftJis ? [{ first: 0xa0, last: 0xdf, bytes: 1 }] : []),
        ...(isShiftJis
          ? [
              { first: 0x8140, last: 0x9ffc, bytes: 2 },
              { first: 0xe040, last: 0xfcfc, bytes: 2 },
            ]
          : [{ first: 0x8140, last: 0xfefe, bytes: 2 }]),
      ];
  return cidMap(name, spaces, entries);
}

const isHalfWidth = (byte: number) => byte >= 0xa0 && byte <= 0xdf;

/** The encodings of the predefined maps (ISO 32000, 9.7.5.2), by the beginning of their names. */
const encodings: readonly (readonly [RegExp, string, boolean?])[] = [
  [/^GBK2K/, 'gb18030'],
  [/^(?:GBK|GBpc|GB-EUC)/, 'gbk'],
  [/^(?:GB-|GBT-)/, 'gbk', true],
  [/^(?:B5|ET|HKscs|HK|Ext?-B5)/, 'big5'],
  [/RKSJ/, 'shift_jis'],
  [/^EUC-/, 'euc-jp'],
  [/^(?:H|V|78-H|78-V|Add-H|Add-V|Ext-H|Ext-V|NWP-H|NWP-V)$/, 'euc-jp', true],
  [/^(?:KSC-EUC|KSCms|KSCpc|KSC-Johab)/, 'euc-kr'],
  [/^KSC-[HV]$/, 'euc-kr', true],
];

/** Where nothing is known, ASCII and pairs of bytes, which are counted as not read. */
function unknownMap(name: string): Buffer {
  const entries: Entry[] = [{ first: 0x20, last: 0x7e, bytes: 1, cid: 1 }];
  for (let code = 0x8000; code <= 0xffff; code += 1)
    entries.push({ first: code, last: code, bytes: 2, cid: unknown });
  const spaces = [
    { first: 0, last: 0x7f, bytes: 1 },
    { first: 0x8000, last: 0xffff, bytes: 2 },
  ];
  return cidMap(name, spaces, entries);
}

/** Makes the map of a predefined name from what the platform can decode. */
function makeMap(name: string): Buffer {
  if (/^Adobe-.*-UCS2$/.test(name)) return characterMap(name);
  if (/UTF8/.test(name)) return utf8Map(name);
  if (/UTF32/.test(name)) return utf32Map(name);
  if (/^Uni/.test(name)) return utf16Map(name);
  const found = encodings.find(([pattern]) => pattern.test(name));
  return found ? decodedMap(name, found[1], found[2] ?? false) : unknownMap(name);
}

type Wanted = Readonly<{ kind: string; filename: string }>;

/**
 * What pdf.js asks for while it reads: maps of characters. Fonts only matter to draw a page, and are
 * refused.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('Not needed for text');
    // The name is of the file: it must not lead out of the folder.
    const name = filename.replace(/\.bcmap$/, '');
    if (!/^[\w-]{1,60}$/.test(name)) throw new Error('Not a name of a map');
    if (hasInstalledMaps) return new Uint8Array(await readFile(join(installed, `${name}.bcmap`)));
    return new Uint8Array(makeMap(name));
  }
}
