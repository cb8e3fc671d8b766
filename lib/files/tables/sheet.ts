import 'server-only';
import { FileRefused } from '#lib/files/refusal';
import type { CellFault } from '#lib/files/tables/faults';
import { dateOfSerial } from '#lib/files/tables/sheet-styles';
import { unescapeSheetText } from '#lib/files/tables/sheet-text';
import { attribute, readXml, type Tag } from '#lib/files/xml';

/** What the cells of a sheet refer to. */
export type SheetContext = Readonly<{
  sharedTexts: readonly string[];
  dateStyles: readonly boolean[];
  from1904: boolean;
}>;

/** A row of a sheet, by its number in the spreadsheet. */
type SheetRow = Readonly<{
  line: number;
  cells: readonly string[];
  faults: readonly CellFault[];
  isHidden: boolean;
}>;

/** A sheet: its rows that are not empty, and the columns that it hides, counted from 0. */
export type SheetContent = Readonly<{
  rows: readonly SheetRow[];
  hiddenColumns: ReadonlySet<number>;
}>;

const maxColumns = 16_384;
const maxLines = 1_048_576;

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** The number of a column, from 0: `C7` is 2. Undefined where the place is not one of a sheet. */
function columnOf(place: string): number | undefined {
  const [, letters] = /^\$?([A-Za-z]{1,3})\$?\d{0,7}$/.exec(place) ?? [];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = 26 * column + letter.charCodeAt(0) - 64;
  return column <= maxColumns ? column - 1 : undefined;
}

type Cell = {
  column: number;
  tag: Tag;
  value: string | undefined;
  text: string;
  hasFormula: boolean;
};

/** Reads the rows of a sheet from its XML. */
class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly #context: SheetContext;
  #line = 0;
  #column = -1;
  #cells: string[] = [];
  #faults: CellFault[] = [];
  #isHidden = false;
  #cell: Cell | undefined;
  /** The element whose text is being read. */
  #collected: 'v' | 't' | undefined;
  #phoneticDepth = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(tag: Tag) {
    const { local } = tag;
    if (local === 'row') this.#openRow(tag);
    else if (local === 'c') this.#openCell(tag);
    else if (local === 'col') this.#addHidden(tag);
    else if (local === 'rPh') this.#phoneticDepth += 1;
    else if (!this.#cell) return;
    else if (local === 'f') this.#cell.hasFormula = true;
    else if (local === 'v') {
      this.#collected = 'v';
      this.#cell.value ??= '';
    } else if (local === 't' && this.#phoneticDepth === 0) this.#collected = 't';
  }

  text(content: string) {
    if (!this.#cell || !this.#collected) return;
    if (this.#collected === 'v') this.#cell.value += content;
    else this.#cell.text += content;
  }

  close({ local }: Tag) {
    if (local === 'v' || local === 't') this.#collected = undefined;
    else if (local === 'rPh') this.#phoneticDepth -= 1;
    else if (local === 'c') this.#closeCell();
    else if (local === 'row') this.#closeRow();
  }

  /** A row or cell that does not say its place stands after the one before it. */
  #openRow(tag: Tag) {
    const line = Number(attribute(tag, 'r') ?? this.#line + 1);
    if (!Number.isInteger(line) || line <= this.#line || line > maxLines)
      throw new FileRefused('fileBroken');
    this.#line = line;
    this.#column = -1;
    this.#cells = [];
    this.#faults = [];
    this.#isHidden = isTrue(attribute(tag, 'hidden')) || Number(attribute(tag, 'ht') ?? 1) === 0;
  }

  #addHidden(tag: Tag) {
    const isHidden = isTrue(attribute(tag, 'hidden')) || Number(attribute(tag, 'width') ?? 1) === 0;
    const first = Number(attribute(tag, 'min'));
    const last = Math.min(Number(attribute(tag, 'max')), maxColumns);
    if (isHidden) for (let at = first; at <= last; at += 1) this.hiddenColumns.add(at - 1);
  }

  #openCell(tag: Tag) {
    const place = attribute(tag, 'r');
    const column = place === undefined ? this.#column + 1 : columnOf(place);
    if (column === undefined || column <= this.#column || column >= maxColumns)
      throw new FileRefused('fileBroken');
    this.#column = column;
    this.#cell = { column, tag, value: undefined, text: '', hasFormula: false };
  }

  #closeCell() {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    const { column, hasFormula, value } = cell;
    const isError = attribute(cell.tag, 't') === 'e';
    const text = this.#cellText(cell);
    if (isError)
      this.#faults.push({ column, key: 'cellError', values: { value: value?.trim() || '#?' } });
    else if (hasFormula && value === undefined && text === '')
      this.#faults.push({ column, key: 'formulaWithoutValue' });
    if (text === '') return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = text;
  }

  #cellText({ tag, value = '', text }: Cell): string {
    switch (attribute(tag, 't')) {
      case 's':
        return this.#context.sharedTexts[Number(value)] ?? '';
      case 'inlineStr':
        return unescapeSheetText(text || value);
      case 'str':
        return unescapeSheetText(value);
      case 'b':
        return isTrue(value.trim()) ? 'true' : 'false';
      case 'd':
        return value.trim().slice(0, 10);
      case 'e':
        return value.trim();
      default:
        return this.#numberText(value.trim(), Number(attribute(tag, 's') ?? 0));
    }
  }

  #numberText(value: string, style: number): string {
    const number = Number(value);
    if (value === '' || !Number.isFinite(number)) return value;
    const date = this.#context.dateStyles[style]
      ? dateOfSerial(number, this.#context.from1904)
      : undefined;
    return date ?? String(number);
  }

  #closeRow() {
    const isEmpty = this.#cells.every((cell) => cell.trim() === '') && this.#faults.length === 0;
    if (isEmpty) return;
    this.rows.push({
      line: this.#line,
      cells: this.#cells,
      faults: this.#faults,
      isHidden: this.#isHidden,
    });
  }
}

/** Reads a sheet. @throws FileRefused */
export function readSheet(part: Buffer, context: SheetContext): SheetContent {
  const reader = new SheetReader(context);
  readXml(part, {
    open: (tag) => reader.open(tag),
    close: (tag) => reader.close(tag),
    text: (content) => reader.text(content),
  });
  const { rows, hiddenColumns } = reader;
  return { rows, hiddenColumns };
}

/** Reads the texts that the cells of a workbook share, without the readings of their characters. */
export function readSharedTexts(part: Buffer | undefined): readonly string[] {
  const texts: string[] = [];
  if (!part) return texts;
  let isText = false;
  let phoneticDepth = 0;
  readXml(part, {
    open: ({ local }) => {
      if (local === 'si') texts.push('');
      if (local === 'rPh') phoneticDepth += 1;
      if (local === 't') isText = phoneticDepth === 0;
    },
    close: ({ local }) => {
      if (local === 'rPh') phoneticDepth -= 1;
      if (local === 't') isText = false;
    },
    text: (content) => {
      if (isText && texts.length > 0) texts[texts.length - 1] += content;
    },
  });
  return texts.map(unescapeSheetText);
}
