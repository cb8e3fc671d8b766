import 'server-only';
import { OPS } from 'unpdf/pdfjs';
import { hasInstalledMaps, unusedCid } from '#lib/files/source/pdf-cmaps';
import { symbolCharacter } from '#lib/files/source/symbol-font';

/** A glyph of a page: its text in reading order, its origin in points, and how it is set. */
export type Glyph = Readonly<{
  text: string;
  x: number;
  y: number;
  /** The direction in which the line runs, in degrees from the horizontal, 0 to 359. */
  angle: number;
  width: number;
  size: number;
  /** The glyph within its font, where nobody knows its character. */
  shape?: string;
}>;
/** Stands for a glyph of which nobody knows the character. */
export const unreadable = '\ufffd';

export type GlyphFont = Readonly<{
  name?: string;
  composite?: boolean;
  vertical?: boolean;
  fontMatrix?: readonly number[];
  defaultVMetrics?: readonly number[];
  differences?: readonly (string | undefined)[];
  toUnicode?: Readonly<{ firstChar?: number; _map?: readonly (string | undefined)[] }>;
}>;
type PdfGlyph = Readonly<{
  unicode: string;
  originalCharCode: number;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[] | null;
}>;
export type Operators = Readonly<{
  fnArray: readonly number[];
  argsArray: readonly (readonly unknown[] | null)[];
}>;

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) &&
  Array.from(value as ArrayLike<number>, Number.isFinite).filter(Boolean).length === 6;

/** The name of a glyph that only numbers it, within the font. */
const numberedName = /^(?:g|gid|glyph|index|cid)\d+$/i;
const white = /^[\s\u00a0\u2000-\u200a]+$/u;
// eslint-disable-next-line no-control-regex
const notACharacter = /[\u0000-\u001f\u007f-\u009f\ufffd\ufffe\uffff\p{Co}\p{Cn}]/u;

/** Whether the codes of a font are numbers of glyphs, which say nothing about characters. */
function hasNoMap({ composite, toUnicode }: GlyphFont, codes: readonly PdfGlyph[]): boolean {
  if (!composite || !toUnicode) return false;
  if (!hasInstalledMaps && toUnicode._map?.[unusedCid] === '\ue000') return true;
  if (toUnicode.firstChar === undefined) return false;
  const isText = codes.some(({ originalCharCode }) => originalCharCode === 0x20);
  return !isText || codes.some(({ originalCharCode }) => originalCharCode < 0x20);
}

/** Returns the text of a glyph. */
function textOf(glyph: PdfGlyph, font: GlyphFont, isMapless: boolean): string {
  if (isMapless) return unreadable;
  const { unicode, originalCharCode } = glyph;
  if (white.test(unicode)) return ' ';
  const name = font.differences?.[originalCharCode];
  if (name && numberedName.test(name) && unicode.codePointAt(0) === Number(name.replace(/\D/g, '')))
    return unreadable;
  const symbol = symbolCharacter(unicode, font.name ?? '');
  if (symbol !== undefined) return symbol;
  return notACharacter.test(unicode) ? unreadable : unicode;
}

type TextState = {
  font: GlyphFont | undefined;
  isMapless: boolean;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
};

/** What must be known of a page to read its operators. */
export type PageKnowledge = Readonly<{
  fontOf: (name: string) => GlyphFont | undefined;
  isVisible: (group: unknown) => boolean;
  /** What its spans say that their glyphs stand for. */
  spans: readonly (string | undefined)[];
}>;

/** The most glyphs of a span that are read as one: those of a letter, its marks, or a ligature. */
const mostOfSpan = 6;

/** Joins glyphs on one line to one that fills their room; undefined where none has room. */
function joinGlyphs(glyphs: readonly Glyph[], text: string): Glyph | undefined {
  const letter = glyphs.reduce<Glyph | undefined>(
    (widest, each) => (each.width > (widest?.width ?? 0) ? each : widest),
    undefined,
  );
  if (!letter) return undefined;
  const [cos, sin] = [letter.angle, letter.angle - 90].map((each) =>
    Math.cos((each * Math.PI) / 180),
  ) as [number, number];
  const placed = glyphs.map(({ x, y, width }) => {
    const from = (x - letter.x) * cos + (y - letter.y) * sin;
    return { from, to: from + width, up: (y - letter.y) * cos - (x - letter.x) * sin };
  });
  if (placed.some(({ up }) => Math.abs(up) > 0.8 * letter.size)) return undefined;
  const solid = placed.filter((_, i) => glyphs[i]!.width > 0);
  const from = Math.min(...solid.map((each) => each.from));
  const to = Math.max(...solid.map((each) => each.to));
  return { ...letter, text, x: letter.x + from * cos, y: letter.y + from * sin, width: to - from };
}

/**
 * Leaves out the strokes that lengthen Arabic words to fill a line, of which fonts often say no
 * character: one shape, always between two letters, that overlaps itself where it comes twice.
 */
function withoutElongation(glyphs: readonly Glyph[]): Glyph[] {
  const overlapping = new Set<string>();
  const elsewhere = new Set<string>();
  const isLetter = (glyph: Glyph | undefined) =>
    glyph !== undefined && /^[\p{Script=Arabic}\p{M}]/u.test(glyph.text);
  for (const [i, { shape, x, y, width }] of glyphs.entries()) {
    if (shape === undefined) continue;
    const [before, after] = [glyphs[i - 1], glyphs[i + 1]];
    const isRepeated = after?.shape === shape && after.y === y;
    if (isRepeated && Math.abs(after.x - x) < 0.6 * width) overlapping.add(shape);
    const isWithin = [before, after].every((each) => isLetter(each) || each?.shape === shape);
    if (!isWithin) elsewhere.add(shape);
  }
  const isElongation = ({ shape }: Glyph) =>
    shape !== undefined && overlapping.has(shape) && !elsewhere.has(shape);
  // Its room stays, or a gap would divide the word.
  return glyphs.map((glyph) => (isElongation(glyph) ? { ...glyph, text: '' } : glyph));
}

const isSpan = ({ fnArray, argsArray }: Operators, at: number) =>
  fnArray[at] === OPS.beginMarkedContentProps && argsArray[at]?.[0] === 'Span';

/** Follows the operators of a page, and collects its glyphs. */
export class GlyphReader {
  glyphs: Glyph[] = [];
  readonly #fontOf: (name: string) => GlyphFont | undefined;
  readonly #mapless: (name: string) => boolean;
  readonly #isVisible: (group: unknown) => boolean;
  #matrix = identity;
  #text: TextState = {
    font: undefined,
    isMapless: false,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  readonly #saved: { matrix: Matrix; text: TextState }[] = [];
  /** The marked parts that are open: whether they are hidden, and what their glyphs stand for. */
  readonly #marked: { isHidden: boolean; text?: string; first: number }[] = [];
  readonly #spans: (string | undefined)[];
  #textMatrix = identity;
  #line = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };

  constructor(operators: Operators, { fontOf, isVisible, spans }: PageKnowledge) {
    this.#fontOf = fontOf;
    this.#isVisible = isVisible;
    this.#mapless = findMapless(operators, fontOf);
    const found = operators.fnArray.filter((_, i) => isSpan(operators, i)).length;
    // Spans within forms are not known: the order only tells where there are none.
    this.#spans = found === spans.length ? [...spans] : [];
    for (const [i, operator] of operators.fnArray.entries())
      this.#run(operator, operators.argsArray[i] ?? []);
    this.glyphs = withoutElongation(this.glyphs);
  }

  #run(operator: number, args: readonly unknown[]) {
    if (this.#runState(operator, args)) return;
    const [first, second] = args;
    switch (operator) {
      case OPS.beginText:
        this.#textMatrix = identity;
        this.#moveTo(0, 0);
        break;
      case OPS.setTextMatrix:
        this.#textMatrix = (isMatrix(first) ? first : isMatrix(args) ? args : identity) as Matrix;
        this.#moveTo(0, 0);
        break;
      case OPS.setLeadingMoveText:
        this.#text.leading = Number(second);
        this.#moveBy(Number(first), Number(second));
        break;
      case OPS.moveText:
        this.#moveBy(Number(first), Number(second));
        break;
      case OPS.nextLine:
        this.#moveBy(0, this.#text.leading);
        break;
      case OPS.showText:
        this.#show(first as readonly (PdfGlyph | number)[]);
        break;
      case OPS.beginMarkedContent:
        this.#marked.push({ isHidden: false, first: this.glyphs.length });
        break;
      case OPS.beginMarkedContentProps:
        this.#marked.push({
          isHidden: first === 'OC' && !this.#isVisible(second),
          text: first === 'Span' ? this.#spans.shift() : undefined,
          first: this.glyphs.length,
        });
        break;
      case OPS.endMarkedContent:
        this.#endMarked();
        break;
    }
  }

  /** Follows the graphics state. */
  #runState(operator: number, args: readonly unknown[]): boolean {
    const [first] = args;
    switch (operator) {
      case OPS.save:
        this.#save();
        return true;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#restore();
        return true;
      case OPS.transform:
        if (isMatrix(args)) this.#matrix = multiply(this.#matrix, args);
        return true;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (isMatrix(first)) this.#matrix = multiply(this.#matrix, first);
        return true;
      case OPS.beginAnnotation:
        this.#save();
        for (const each of [args[2], args[3]])
          if (isMatrix(each)) this.#matrix = multiply(this.#matrix, each);
        return true;
      default:
        return this.#setText(operator, args);
    }
  }

  #setText(operator: number, args: readonly unknown[]): boolean {
    const value = Number(args[0]);
    switch (operator) {
      case OPS.setFont:
        this.#setFont(String(args[0]), Number(args[1]));
        return true;
      case OPS.setGState:
        for (const entry of (args[0] ?? []) as readonly (readonly unknown[])[])
          if (entry[0] === 'Font' && Array.isArray(entry[1]))
            this.#setFont(String(entry[1][0]), Number(entry[1][1]));
        return true;
      case OPS.setCharSpacing:
        this.#text.charSpacing = value;
        return true;
      case OPS.setWordSpacing:
        this.#text.wordSpacing = value;
        return true;
      case OPS.setHScale:
        this.#text.scale = value / 100;
        return true;
      case OPS.setLeading:
        this.#text.leading = -value;
        return true;
      case OPS.setTextRise:
        this.#text.rise = value;
        return true;
      default:
        return false;
    }
  }

  #setFont(name: string, size: number) {
    this.#text.font = this.#fontOf(name);
    this.#text.isMapless = this.#mapless(name);
    this.#text.size = size;
  }

  #save() {
    this.#saved.push({ matrix: this.#matrix, text: { ...this.#text } });
  }

  #restore() {
    const saved = this.#saved.pop();
    if (saved) [this.#matrix, this.#text] = [saved.matrix, saved.text];
  }

  #moveTo(x: number, y: number) {
    this.#line = { x, y };
    this.#at = { x, y };
  }

  #moveBy(x: number, y: number) {
    this.#moveTo(this.#line.x + x, this.#line.y + y);
  }

  #show(glyphs: readonly (PdfGlyph | number)[]) {
    const { font, size, charSpacing, wordSpacing, scale } = this.#text;
    if (!font) return;
    const unit = Math.abs(font.fontMatrix?.[0] ?? 0.001) || 0.001;
    const isHidden = this.#marked.some((each) => each.isHidden);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (font.vertical) this.#at.y -= (glyph * size) / 1000;
        else this.#at.x -= (glyph * size * scale) / 1000;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) {
        const [height = -1000] = glyph.vmetric ?? font.defaultVMetrics ?? [];
        const advance = -height * size * unit;
        if (!isHidden) this.#add(glyph, advance, true);
        this.#at.y -= advance - spacing;
      } else {
        const advance = glyph.width * size * unit * scale;
        if (!isHidden) this.#add(glyph, advance, false);
        this.#at.x += advance + spacing * scale;
      }
    }
  }

  /**
   * Reads the few glyphs of a span as one, whose text the span says: a letter with its marks. A
   * longer span says only what stands for glyphs that nobody else knows.
   */
  #endMarked() {
    const part = this.#marked.pop();
    if (!part?.text) return;
    const glyphs = this.glyphs.slice(part.first);
    const isUnknown = ({ text }: Glyph) => text === unreadable;
    if (glyphs.length > mostOfSpan && !glyphs.some(isUnknown)) return;
    const whole = joinGlyphs(glyphs, part.text);
    const unknown = glyphs.find(isUnknown);
    const kept = unknown
      ? glyphs
          .filter((each) => each === unknown || !isUnknown(each))
          .map((each) => (each === unknown ? { ...each, text: part.text! } : each))
      : glyphs;
    this.glyphs.splice(part.first, glyphs.length, ...(whole ? [whole] : kept));
  }

  #add(glyph: PdfGlyph, advance: number, vertical: boolean) {
    const { font, isMapless } = this.#text;
    const text = textOf(glyph, font!, isMapless);
    const [a, b, c, d, e, f] = multiply(this.#matrix, this.#textMatrix);
    const { x, y } = this.#at;
    const sign = this.#text.size < 0 ? -1 : 1;
    const along = vertical ? [-c, -d] : [a * sign, b * sign];
    const degrees = (Math.atan2(along[1]!, along[0]!) * 180) / Math.PI;
    this.glyphs.push({
      text,
      x: a * x + c * (y + this.#text.rise) + e,
      y: b * x + d * (y + this.#text.rise) + f,
      angle: (degrees + 360) % 360,
      width: Math.abs(advance) * (vertical ? Math.hypot(c, d) : Math.hypot(a, b)),
      size: Math.abs(this.#text.size) * (vertical ? Math.hypot(a, b) : Math.hypot(c, d)) || 1,
      shape: text === unreadable ? `${font!.name}/${glyph.originalCharCode}` : undefined,
    });
  }
}

/** Finds the fonts without a map of characters, by all codes that the page shows in each. */
function findMapless(
  { fnArray, argsArray }: Operators,
  fontOf: (name: string) => GlyphFont | undefined,
): (name: string) => boolean {
  const codes = new Map<string, PdfGlyph[]>();
  let name = '';
  for (const [i, operator] of fnArray.entries()) {
    const first = argsArray[i]?.[0];
    if (operator === OPS.setFont) name = String(first);
    if (operator !== OPS.showText) continue;
    const shown = codes.get(name) ?? [];
    codes.set(name, shown);
    for (const glyph of first as readonly (PdfGlyph | number)[])
      if (typeof glyph !== 'number') shown.push(glyph);
  }
  const mapless = new Set(
    [...codes].flatMap(([each, shown]) => {
      const font = fontOf(each);
      return font && hasNoMap(font, shown) ? [each] : [];
    }),
  );
  return (each) => mapless.has(each);
}
