import { deflateSync } from 'node:zlib';

/** A line of a page: where it begins, from the left and from the bottom, in points. */
export type PdfLine = Readonly<{
  text: string;
  x?: number;
  y: number;
  size?: number;
  /** By how much the line, and its place, are turned about the middle of the page, in degrees. */
  angle?: number;
}>;

const hex = (units: Iterable<number>) =>
  `<${[...units].map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
const units = (text: string) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const rightToLeft = /\p{Script=Arabic}/u;

/**
 * Glyphs are set from left to right; a right-to-left line begins with its last letter, its brackets
 * turned, its numbers and Latin words not.
 */
const asSet = (text: string) =>
  rightToLeft.test(text)
    ? [...text]
        .toReversed()
        .join('')
        .replace(/[()[\]]/g, (bracket) => '()[]'['()[]'.indexOf(bracket) ^ 1]!)
        .replace(/[A-Za-z\d]+(?:[. ][A-Za-z\d]+)*/g, (run) => [...run].toReversed().join(''))
    : text;

/** The matrix of a line that begins at a place and is turned about the middle of the page. */
function matrixOf(x: number, y: number, angle: number): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const [across, up] = [x - 297.5, y - 421];
  const place = [297.5 + across * cos - up * sin, 421 + across * sin + up * cos];
  return [cos, sin, -sin, cos, ...place].map((each) => each.toFixed(5)).join(' ');
}

function contentOf(lines: readonly PdfLine[], shift = 0): string {
  return lines
    .map(
      ({ text, x = 72, y, size = 11, angle = 0 }) =>
        `BT /F1 ${size} Tf ${matrixOf(x, y, angle)} Tm ${hex(units(asSet(text)).map((unit) => Math.max(1, unit - shift)))} Tj ET`,
    )
    .join('\n');
}

/**
 * Every code is the UTF-16 unit that it stands for. A block of such a map holds a hundred ranges at
 * most.
 */
const ranges = Array.from({ length: 256 }, (_, high) => {
  const h = high.toString(16).padStart(2, '0');
  return `<${h}00> <${h}ff> <${h}00>`;
});
const blocks = [ranges.slice(0, 100), ranges.slice(100, 200), ranges.slice(200)].map(
  (some) => `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`,
);
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;

export type PdfParts = Readonly<{
  pages: readonly (readonly PdfLine[])[];
  packed?: boolean;
  trailer?: string;
  content?: (page: number) => Buffer;
  /** More entries of each page. */
  page?: string;
  /** Whether the font says which characters its codes stand for. */
  hasMap?: boolean;
  /** A predefined map of a font that is not embedded, and its collection of characters. */
  predefined?: Readonly<{ map: string; ordering: string }>;
  /** The dictionary of an image with the name I1. */
  image?: string;
  /** What each page draws besides its lines. */
  drawn?: (page: number) => string;
}>;

/** A PDF, object by object, whose text is exactly what is said. */
export function pdfFile(given: PdfParts): Buffer {
  const { pages, packed = false, trailer = '', content, page = '', hasMap = true } = given;
  const { predefined, image, drawn } = given;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  const add = (...pieces: (string | Buffer)[]) => {
    offsets.push(length);
    for (const piece of [`${offsets.length} 0 obj\n`, ...pieces, '\nendobj\n']) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const stream = (bytes: Buffer, filter = '') => [
    '<<',
    filter,
    `/Length ${bytes.length}>>\nstream\n`,
    bytes,
    '\nendstream',
  ];
  const first = 8;
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(
    `<</Type/Pages/Kids[${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}>>`,
  );
  add(
    `<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/${predefined?.map ?? 'Identity-H'}/DescendantFonts[4 0 R]${hasMap && !predefined ? '/ToUnicode 6 0 R' : ''}>>`,
  );
  add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(${predefined?.ordering ?? 'Identity'})/Supplement 0>>/DW ${predefined ? 1000 : 500}/FontDescriptor 5 0 R>>`,
  );
  add(
    '<</Type/FontDescriptor/FontName/Plain/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  );
  add(...stream(Buffer.from(toUnicode)));
  add(`${image ?? '<</Length 1600>>'}\nstream\n`, Buffer.alloc(1600), '\nendstream');
  for (const [i, lines] of pages.entries()) {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</I1 7 0 R>>>>${page}/Contents ${first + 2 * i + 1} 0 R>>`,
    );
    const bytes =
      content?.(i) ?? Buffer.from(`${contentOf(lines, hasMap ? 0 : 29)}\n${drawn?.(i) ?? ''}`);
    add(
      ...(content || packed
        ? stream(content ? bytes : deflateSync(bytes), '/Filter/FlateDecode')
        : stream(bytes)),
    );
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/**
 * Paragraphs as a word processor sets them: lines of the same width, more room between paragraphs
 * than between lines.
 */
export function setPage(
  paragraphs: readonly string[],
  { top = 780, width = 80 }: { top?: number; width?: number } = {},
): PdfLine[] {
  let y = top;
  return paragraphs.flatMap((paragraph) => {
    const lines = /\p{Script=Han}/u.test(paragraph)
      ? paragraph.match(/.{1,28}/gu)!
      : paragraph.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'gu'))!;
    const set = lines.map((text) => {
      y -= 14;
      return {
        text: text.trim(),
        x: rightToLeft.test(text) ? 523 - text.trim().length * 5.5 : 72,
        y,
      };
    });
    y -= 10;
    return set;
  });
}

/** Cells of text, broken into lines, as a table sets them: rows begin at one height. */
export function columnsOfText(
  rows: readonly (readonly string[])[],
  { top, width, columns }: { top: number; width: number; columns: readonly number[] },
): PdfLine[] {
  let y = top;
  return rows.flatMap((cells) => {
    const set = cells.map((text) => text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'gu'))!);
    const start = y;
    y -= Math.max(...set.map((lines) => lines.length)) * 14 + 8;
    return set.flatMap((lines, column) =>
      lines.map((text, i) => ({ text: text.trim(), x: columns[column]!, y: start - i * 14 })),
    );
  });
}
