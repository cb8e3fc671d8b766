import 'server-only';
import { leftOut, signs } from '#lib/files/source/docx-paragraphs';
import { attribute, readXml, type Tag } from '#lib/files/xml';
import { Fields } from '#lib/documents/docx/reading-fields';

/** A piece of a paragraph: text, or a bound number by its tag. */
export type Piece = Readonly<{ text: string; key?: string }>;
export type Cell = Readonly<{ table: number; row: number; column: number }>;
export type PartParagraph = Readonly<{
  style: string;
  pieces: readonly Piece[];
  cell: Cell | null;
  footnote: string | null;
}>;

export const textIn = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Pieces of one kind that follow each other are one, however a program cut them into runs. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.key === undefined && piece.key === undefined)
      all[all.length - 1] = { text: last.text + piece.text };
    else if (piece.text !== '' || piece.key !== undefined) all.push(piece);
  }
  return all;
}

type Control = { key?: string; text: string; depth: number };
type Place = { table: number; row: number; column: number };

/** Puts the paragraphs together while a part is read element by element. */
class Paragraphs {
  readonly found: PartParagraph[] = [];
  readonly #open: { style: string; pieces: Piece[] }[] = [];
  readonly #controls: Control[] = [];
  readonly #places: Place[] = [];
  readonly #fields = new Fields();
  /** How many elements that are left out are open. */
  #away = 0;
  #tables = 0;
  #depth = 0;
  #footnote: string | null = null;
  #inside: 'text' | 'instruction' | null = null;

  #bound() {
    return this.#controls.findLast(({ key }) => key !== undefined);
  }

  #add(text: string) {
    const control = this.#bound();
    if (this.#fields.ofPages) return;
    if (control) control.text += text;
    else this.#open.at(-1)?.pieces.push({ text });
  }

  #put(control: Control | undefined) {
    if (control?.key !== undefined)
      this.#open.at(-1)?.pieces.push({ key: control.key, text: control.text });
  }

  open(tag: Tag) {
    this.#depth += 1;
    const { local } = tag;
    if (local === 'instrText') this.#inside = 'instruction';
    if (leftOut.has(local)) this.#away += 1;
    if (this.#away > 0) return;
    if (this.#openTable(local)) return;
    switch (local) {
      case 'footnote':
        this.#footnote = attribute(tag, 'id') ?? '';
        break;
      case 'sdt':
        this.#controls.push({ text: '', depth: this.#depth });
        break;
      case 'tag':
        this.#name(attribute(tag, 'val'));
        break;
      case 'p':
        this.#open.push({ style: '', pieces: [] });
        break;
      case 'pStyle': {
        const current = this.#open.at(-1);
        if (current) current.style = attribute(tag, 'val') ?? '';
        break;
      }
      case 't':
        this.#inside = 'text';
        break;
      case 'fldChar':
        this.#fields.mark(attribute(tag, 'fldCharType'));
        break;
      case 'footnoteReference':
        this.#add('[*]');
        break;
      case 'docPr':
        this.#add(attribute(tag, 'descr') ?? '');
        break;
      default:
        if (this.#open.length > 0) this.#add(signs[local] ?? '');
    }
  }

  /** Tables, rows and cells: where in them the reading is. */
  #openTable(local: string): boolean {
    const place = this.#places.at(-1);
    switch (local) {
      case 'tbl':
        this.#tables += 1;
        this.#places.push({ table: this.#tables, row: 0, column: 0 });
        return true;
      case 'tr':
        if (place) {
          place.row += 1;
          place.column = 0;
        }
        return true;
      case 'tc':
        if (place) place.column += 1;
        return true;
      default:
        return false;
    }
  }

  /** A control is named by the tag in its properties, which stand right within it. */
  #name(key: string | undefined) {
    const control = this.#controls.at(-1);
    if (control && control.depth === this.#depth - 2) control.key = key;
  }

  close(local: string) {
    this.#depth -= 1;
    if (local === 'instrText') this.#inside = null;
    if (leftOut.has(local)) {
      this.#away -= 1;
      return;
    }
    if (this.#away > 0) return;
    if (local === 't') this.#inside = null;
    else if (local === 'sdt') this.#put(this.#controls.pop());
    else if (local === 'tbl') this.#places.pop();
    else if (local === 'p') this.#closeParagraph();
  }

  #closeParagraph() {
    const current = this.#open.pop();
    const place = this.#places.at(-1);
    // A control around a whole paragraph still says the number that stands in it.
    const control = this.#open.length === 0 ? this.#bound() : undefined;
    if (control && current) {
      current.pieces.push({ key: control.key, text: control.text });
      control.key = undefined;
    }
    if (!current) return;
    this.found.push({
      style: current.style,
      pieces: joined(current.pieces),
      cell: place ? { ...place } : null,
      footnote: this.#footnote,
    });
  }

  text(text: string) {
    if (this.#inside === 'instruction') this.#fields.say(text);
    else if (this.#inside === 'text' && this.#away === 0) this.#add(text);
  }
}

/**
 * The paragraphs of a part in their order, each with the bound numbers in it and its place in a
 * table. What was deleted with its track kept does not stand there.
 */
export function paragraphsOfPart(part: Buffer): PartParagraph[] {
  const paragraphs = new Paragraphs();
  readXml(part, {
    open: (tag) => paragraphs.open(tag),
    close: ({ local }) => paragraphs.close(local),
    text: (text) => paragraphs.text(text),
  });
  return paragraphs.found;
}
