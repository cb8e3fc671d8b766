import { UnreadableFile, type RecordFault } from '#lib/files/tables/faults';
import { maxRecordLength, type Delimiter } from '#lib/files/tables/limits';

/** The cells of a record, and the line where it begins. */
export type CsvRecord = Readonly<{ line: number; cells: readonly string[] }>;

const newline = 10;
const carriageReturn = 13;
const quotationMark = 34;

/** Counts the line ends within a part of a text. */
function countLineEnds(text: string, from: number, to: number): number {
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
 * Parses CSV (RFC 4180; lines end in LF, CR LF or CR), piece by piece. Our own, because it names
 * the line where a quotation mark was opened and refuses an endless line unread; a test compares
 * its records with csv-parse's.
 */
export class CsvParser {
  readonly #delimiter: number;
  readonly #reportFault: (fault: RecordFault) => void;
  /** The text that is not parsed yet, from `#at` on. */
  #text = '';
  #at = 0;
  #isLast = false;
  /** The line where the current record begins, and the line ends within the record so far. */
  #line = 1;
  #lineEnds = 0;
  /** What is wrong with the current record. */
  #faults: RecordFault[] = [];
  /** Where a quoted cell begins that is not closed yet. */
  #openQuote: Readonly<{ at: number; line: number }> | undefined;

  constructor(delimiter: Delimiter, reportFault: (fault: RecordFault) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#reportFault = reportFault;
  }

  /** The line that has been reached. */
  get line(): number {
    return this.#line + countLineEnds(this.#text, this.#at, this.#text.length);
  }

  /**
   * Yields the records that are complete after this piece, except those with faults. @throws
   * UnreadableFile where the rest cannot be divided into records.
   */
  *parse(piece: string, isLast = false): Generator<CsvRecord> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#isLast = isLast;
    while (this.#at < this.#text.length) {
      const start = this.#at;
      this.#lineEnds = 0;
      this.#faults = [];
      this.#openQuote = undefined;
      const cells = this.#parseRecord();
      const length = (cells ? this.#at : this.#text.length) - start;
      if (!cells) this.#at = start;
      if (length > maxRecordLength || (!cells && isLast)) this.#giveUp();
      if (!cells) return;
      const line = this.#line;
      this.#line += this.#lineEnds;
      for (const fault of this.#faults) this.#reportFault(fault);
      const isEmptyLine = cells.length === 1 && cells[0] === '';
      if (this.#faults.length === 0 && !isEmptyLine) yield { line, cells };
    }
  }

  #giveUp(): never {
    const quote = this.#openQuote;
    const spansLines =
      quote !== undefined && countLineEnds(this.#text, quote.at, this.#text.length) > 0;
    if (quote && (this.#isLast || spansLines))
      throw new UnreadableFile('unclosedQuote', {}, quote.line);
    throw new UnreadableFile('lineTooLong', { longest: maxRecordLength }, this.#line);
  }

  /** Returns the cells of the next record; undefined while its end has not come. */
  #parseRecord(): string[] | undefined {
    const cells: string[] = [];
    for (;;) {
      const isQuoted = this.#text.charCodeAt(this.#at) === quotationMark;
      const cell = isQuoted ? this.#parseQuotedCell() : this.#parsePlainCell();
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (this.#text.charCodeAt(this.#at) !== this.#delimiter)
        return this.#skipLineEnd() ? cells : undefined;
      this.#at += 1;
    }
  }

  /** Skips the end of the line; false while it has not come, or an LF may follow its CR. */
  #skipLineEnd(): boolean {
    const left = this.#text.length - this.#at;
    const mayContinue =
      left === 0 || (left === 1 && this.#text.charCodeAt(this.#at) === carriageReturn);
    if (mayContinue && !this.#isLast) return false;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : Math.min(left, 1);
    this.#lineEnds += 1;
    return true;
  }

  #parsePlainCell(): string {
    const start = this.#at;
    if (this.#skipToCellEnd())
      this.#faults.push({ line: this.#line + this.#lineEnds, key: 'quoteInside' });
    return this.#text.slice(start, this.#at);
  }

  /** Returns whether a quotation mark comes before the end of the cell. */
  #skipToCellEnd(): boolean {
    let hasQuote = false;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charCodeAt(this.#at);
      if (character === this.#delimiter || character === newline || character === carriageReturn)
        break;
      if (character === quotationMark) hasQuote = true;
    }
    return hasQuote;
  }

  #parseQuotedCell(): string | undefined {
    const text = this.#text;
    const line = this.#line + this.#lineEnds;
    let value = '';
    for (let from = this.#at + 1; ;) {
      const end = text.indexOf('"', from);
      // The last mark of a piece may be the first of a doubled one.
      if (end < 0 || (end + 1 === text.length && !this.#isLast)) {
        this.#openQuote = { at: this.#at, line };
        return undefined;
      }
      value += text.slice(from, end);
      from = end + 2;
      if (text.charCodeAt(end + 1) !== quotationMark) {
        this.#closeQuote(end, line);
        return value;
      }
      value += '"';
    }
  }

  /** Continues after the closing quotation mark, and reports text between it and the cell's end. */
  #closeQuote(end: number, line: number) {
    this.#lineEnds += countLineEnds(this.#text, this.#at, end);
    this.#at = end + 1;
    this.#skipToCellEnd();
    if (this.#at > end + 1)
      this.#faults.push({
        line: this.#line + this.#lineEnds,
        key: 'afterQuote',
        values: { began: line },
      });
  }
}
