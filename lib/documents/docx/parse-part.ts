import 'server-only';
import { ignoredElements, characterElements } from '#lib/files/source/docx-paragraphs';
import { attribute, readXml, type Tag } from '#lib/files/xml';
import { OpenFields } from '#lib/documents/docx/open-fields';

/** A piece of a paragraph: text or, with the tag of its content control as `key`, a bound number. */
export type ParagraphPiece = Readonly<{ text: string; key?: string }>;
export type CellPosition = Readonly<{ table: number; row: number; column: number }>;
export type PartParagraph = Readonly<{
  style: string;
  pieces: readonly ParagraphPiece[];
  cell: CellPosition | null;
  footnote: string | null;
}>;

export const textOfPieces = (pieces: readonly ParagraphPiece[]): string =>
  pieces.map(({ text }) => text).join('');

/** Merges neighbouring pieces of text, however a program cut them into runs. */
function mergePieces(pieces: readonly ParagraphPiece[]): ParagraphPiece[] {
  const all: ParagraphPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.key === undefined && piece.key === undefined)
      all[all.length - 1] = { text: last.text + piece.text };
    else if (piece.text !== '' || piece.key !== undefined) all.push(piece);
  }
  return all;
}

type OpenControl = { key?: string; text: string; depth: number };
type MutableCellPosition = { table: number; row: number; column: number };

/** Collects the paragraphs while a part is parsed element by element. */
class ParagraphCollector {
  readonly found: PartParagraph[] = [];
  readonly #open: { style: string; pieces: ParagraphPiece[] }[] = [];
  readonly #controls: OpenControl[] = [];
  readonly #cells: MutableCellPosition[] = [];
  readonly #fields = new OpenFields();
  /** How many skipped elements are open. */
  #skipped = 0;
  #tables = 0;
  #depth = 0;
  #footnote: string | null = null;
  #inside: 'text' | 'instruction' | null = null;

  #openBoundControl() {
    return this.#controls.findLast(({ key }) => key !== undefined);
  }

  #add(text: string) {
    const control = this.#openBoundControl();
    if (this.#fields.isPageNumber) return;
    if (control) control.text += text;
    else this.#open.at(-1)?.pieces.push({ text });
  }

  #closeControl(control: OpenControl | undefined) {
    if (control?.key !== undefined)
      this.#open.at(-1)?.pieces.push({ key: control.key, text: control.text });
  }

  open(tag: Tag) {
    this.#depth += 1;
    const { local } = tag;
    if (local === 'instrText') this.#inside = 'instruction';
    if (ignoredElements.has(local)) this.#skipped += 1;
    if (this.#skipped > 0) return;
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
        if (this.#open.length > 0) this.#add(characterElements[local] ?? '');
    }
  }

  /** Follows the position within tables, rows and cells. */
  #openTable(local: string): boolean {
    const cell = this.#cells.at(-1);
    switch (local) {
      case 'tbl':
        this.#tables += 1;
        this.#cells.push({ table: this.#tables, row: 0, column: 0 });
        return true;
      case 'tr':
        if (cell) {
          cell.row += 1;
          cell.column = 0;
        }
        return true;
      case 'tc':
        if (cell) cell.column += 1;
        return true;
      default:
        return false;
    }
  }

  /** Names a control by the tag in its properties, which are its direct children. */
  #name(key: string | undefined) {
    const control = this.#controls.at(-1);
    if (control && control.depth === this.#depth - 2) control.key = key;
  }

  close(local: string) {
    this.#depth -= 1;
    if (local === 'instrText') this.#inside = null;
    if (ignoredElements.has(local)) {
      this.#skipped -= 1;
      return;
    }
    if (this.#skipped > 0) return;
    if (local === 't') this.#inside = null;
    else if (local === 'sdt') this.#closeControl(this.#controls.pop());
    else if (local === 'tbl') this.#cells.pop();
    else if (local === 'p') this.#closeParagraph();
  }

  #closeParagraph() {
    const current = this.#open.pop();
    const cell = this.#cells.at(-1);
    // A control around a whole paragraph: its number belongs to the paragraph.
    const control = this.#open.length === 0 ? this.#openBoundControl() : undefined;
    if (control && current) {
      current.pieces.push({ key: control.key, text: control.text });
      control.key = undefined;
    }
    if (!current) return;
    this.found.push({
      style: current.style,
      pieces: mergePieces(current.pieces),
      cell: cell ? { ...cell } : null,
      footnote: this.#footnote,
    });
  }

  text(text: string) {
    if (this.#inside === 'instruction') this.#fields.addInstruction(text);
    else if (this.#inside === 'text' && this.#skipped === 0) this.#add(text);
  }
}

/**
 * Parses the paragraphs of a part, each with its bound numbers and its position in a table. Tracked
 * deletions are left out.
 */
export function parseParagraphs(part: Buffer): PartParagraph[] {
  const paragraphs = new ParagraphCollector();
  readXml(part, {
    open: (tag) => paragraphs.open(tag),
    close: ({ local }) => paragraphs.close(local),
    text: (text) => paragraphs.text(text),
  });
  return paragraphs.found;
}
