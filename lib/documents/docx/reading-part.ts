import { leftOut, signs } from '#lib/files/source/docx-paragraphs';
import { attribute, readXml } from '#lib/files/xml';
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

/**
 * The paragraphs of a part in their order, each with the bound numbers in it and its place in a
 * table. What was deleted with its track kept does not stand there.
 */
export function paragraphsOfPart(part: Buffer): PartParagraph[] {
  const found: PartParagraph[] = [];
  const open: { style: string; pieces: Piece[] }[] = [];
  const controls: Control[] = [];
  const places: Place[] = [];
  const fields = new Fields();
  let away = 0;
  let tables = 0;
  let depth = 0;
  let footnote: string | null = null;
  let inside: 'text' | 'instruction' | null = null;

  const bound = () => controls.findLast(({ key }) => key !== undefined);
  const add = (text: string) => {
    const control = bound();
    if (fields.ofPages) return;
    if (control) control.text += text;
    else open.at(-1)?.pieces.push({ text });
  };
  const put = (control: Control | undefined) => {
    if (control?.key !== undefined)
      open.at(-1)?.pieces.push({ key: control.key, text: control.text });
  };

  readXml(part, {
    open: (tag) => {
      depth += 1;
      const { local } = tag;
      if (local === 'instrText') inside = 'instruction';
      if (leftOut.has(local)) away += 1;
      if (away > 0) return;
      const place = places.at(-1);
      const val = attribute(tag, 'val');
      switch (local) {
        case 'footnote':
          footnote = attribute(tag, 'id') ?? '';
          break;
        case 'tbl':
          places.push({ table: (tables += 1), row: 0, column: 0 });
          break;
        case 'tr':
          if (place) {
            place.row += 1;
            place.column = 0;
          }
          break;
        case 'tc':
          if (place) place.column += 1;
          break;
        case 'sdt':
          controls.push({ text: '', depth });
          break;
        case 'tag': {
          const control = controls.at(-1);
          if (control && control.depth === depth - 2) control.key = val;
          break;
        }
        case 'p':
          open.push({ style: '', pieces: [] });
          break;
        case 'pStyle': {
          const current = open.at(-1);
          if (current) current.style = val ?? '';
          break;
        }
        case 't':
          inside = 'text';
          break;
        case 'fldChar':
          fields.mark(attribute(tag, 'fldCharType'));
          break;
        case 'footnoteReference':
          add('[*]');
          break;
        case 'docPr':
          add(attribute(tag, 'descr') ?? '');
          break;
        default:
          if (open.length > 0) add(signs[local] ?? '');
      }
    },
    close: ({ local }) => {
      depth -= 1;
      if (local === 'instrText') inside = null;
      if (leftOut.has(local)) {
        away -= 1;
        return;
      }
      if (away > 0) return;
      switch (local) {
        case 't':
          inside = null;
          break;
        case 'sdt':
          put(controls.pop());
          break;
        case 'tbl':
          places.pop();
          break;
        case 'p': {
          const current = open.pop();
          const place = places.at(-1);
          // A control around a whole paragraph still says the number that stands in it.
          const control = open.length === 0 ? bound() : undefined;
          if (control && current) {
            current.pieces.push({ key: control.key, text: control.text });
            control.key = undefined;
          }
          if (current)
            found.push({
              style: current.style,
              pieces: joined(current.pieces),
              cell: place ? { ...place } : null,
              footnote,
            });
          break;
        }
        default:
          break;
      }
    },
    text: (text) => {
      if (inside === 'instruction') fields.say(text);
      else if (inside === 'text' && away === 0) add(text);
    },
  });
  return found;
}
