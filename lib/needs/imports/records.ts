import { Unreadable } from '#lib/needs/imports/decoding';
import type { FaultKey, FaultValues } from '#lib/needs/imports/fault-texts';
import { longestRecord, type Delimiter } from '#lib/needs/imports/vocabulary';

/** The cells of a record, and the line in which it begins. */
export type CsvRecord = Readonly<{ line: number; cells: readonly string[] }>;
type Complaint = Readonly<{ line: number; key: FaultKey; values?: FaultValues }>;

const newline = 10;
const carriageReturn = 13;
const quotationMark = 34;

/** How many lines end within a part of a text. */
function lineEnds(text: string, from: number, to: number): number {
  let found = 0;
  for (let at = from; at < to; at += 1) {
    const character = text.charCodeAt(at);
    if (
      character === newline ||
      (character === carriageReturn && text.charCodeAt(at + 1) !== newline)
    )
      found += 1;
  }
  return found;
}

/**
 * Takes CSV (RFC 4180; lines end in LF, CR LF or CR) apart, piece by piece. Our own, because it
 * names the line in which a
 * quotation mark was opened and refuses an endless line unread; a test holds its records equal to
 * csv-parse's.
 */
export class Records {
  readonly #delimiter: number;
  readonly #complain: (complaint: Complaint) => void;
  /** What has come and is no whole record yet, from `#at` on. */
  #text = '';
  #at = 0;
  #last = false;
  /**
   * The line in which the record at hand begins, the line ends in it so far, and what is wrong with
   * it.
   */
  #line = 1;
  #lines = 0;
  #complaints: Complaint[] = [];
  /** Where a cell was opened that is not closed yet. */
  #opened: Readonly<{ at: number; line: number }> | undefined;

  constructor(delimiter: Delimiter, complain: (complaint: Complaint) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#complain = complain;
  }

  /** The line that has been reached. */
  get line(): number {
    return this.#line + lineEnds(this.#text, this.#at, this.#text.length);
  }

  /**
   * The records that are whole after this piece, but for those that are complained of. @throws
   * Unreadable where the rest cannot be told apart.
   */
  *read(piece: string, last = false): Generator<CsvRecord> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#last = last;
    while (this.#at < this.#text.length) {
      const began = this.#at;
      this.#lines = 0;
      this.#complaints = [];
      this.#opened = undefined;
      const cells = this.#cells();
      const whole = cells !== undefined;
      if (!whole) this.#at = began;
      if ((whole ? this.#at : this.#text.length) - began > longestRecord || (!whole && last))
        this.#giveUp();
      if (!whole) return;
      const line = this.#line;
      this.#line += this.#lines;
      for (const complaint of this.#complaints) this.#complain(complaint);
      if (this.#complaints.length === 0 && (cells.length > 1 || cells[0] !== ''))
        yield { line, cells };
    }
  }

  #giveUp(): never {
    const unclosed =
      this.#opened && (this.#last || lineEnds(this.#text, this.#opened.at, this.#text.length) > 0);
    if (unclosed) throw new Unreadable('unclosedQuote', {}, this.#opened!.line);
    throw new Unreadable('lineTooLong', { longest: longestRecord }, this.#line);
  }

  /** The cells of the next record; undefined while its end has not come. */
  #cells(): string[] | undefined {
    const cells: string[] = [];
    for (;;) {
      const cell =
        this.#text.charCodeAt(this.#at) === quotationMark ? this.#quotedCell() : this.#plainCell();
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (this.#text.charCodeAt(this.#at) !== this.#delimiter)
        return this.#lineEnd() ? cells : undefined;
      this.#at += 1;
    }
  }

  /** Steps over the end of the line; false while it has not come, or an LF may follow its CR. */
  #lineEnd(): boolean {
    const left = this.#text.length - this.#at;
    const open = left === 0 || (left === 1 && this.#text.charCodeAt(this.#at) === carriageReturn);
    if (open && !this.#last) return false;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : Math.min(left, 1);
    this.#lines += 1;
    return true;
  }

  #plainCell(): string {
    const began = this.#at;
    if (this.#toEndOfCell())
      this.#complaints.push({ line: this.#line + this.#lines, key: 'quoteInside' });
    return this.#text.slice(began, this.#at);
  }

  /** Whether a quotation mark stands before the end. */
  #toEndOfCell(): boolean {
    let quoted = false;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charCodeAt(this.#at);
      if (character === this.#delimiter || character === newline || character === carriageReturn)
        break;
      if (character === quotationMark) quoted = true;
    }
    return quoted;
  }

  #quotedCell(): string | undefined {
    const text = this.#text;
    const line = this.#line + this.#lines;
    let value = '';
    for (let from = this.#at + 1; ;) {
      const end = text.indexOf('"', from);
      // The last mark of a piece may be the first of a doubled one.
      if (end < 0 || (end + 1 === text.length && !this.#last)) {
        this.#opened = { at: this.#at, line };
        return undefined;
      }
      value += text.slice(from, end);
      from = end + 2;
      if (text.charCodeAt(end + 1) === quotationMark) {
        value += '"';
        continue;
      }
      this.#lines += lineEnds(text, this.#at, end);
      this.#at = end + 1;
      this.#toEndOfCell();
      if (this.#at > end + 1)
        this.#complaints.push({
          line: this.#line + this.#lines,
          key: 'afterQuote',
          values: { began: line },
        });
      return value;
    }
  }
}
