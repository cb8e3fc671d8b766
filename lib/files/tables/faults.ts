import type { RefusalKey } from '#lib/files/refusal';

/** The values of a fault's message. */
export type FaultValues = Readonly<Record<string, string | number>>;

/** Why a file cannot be read as text: keys of `imports.faults`. */
export type EncodingFaultKey = 'workbook' | 'utf32' | 'utf16WithoutMark' | 'notUtf8' | 'notUtf16';

/** Why a line of CSV is not a record. */
export type RecordFaultKey = 'lineTooLong' | 'unclosedQuote' | 'afterQuote' | 'quoteInside';

/** What can be wrong with one cell of a table. */
export type CellFaultKey = 'cellError' | 'formulaWithoutValue';

/** Which sheet of a workbook cannot be known. */
type SheetFaultKey = 'severalSheets' | 'noSuchSheet';

/** How the sheet of a workbook is chosen: by its name, else by its headings. */
export type SheetChoice = Readonly<{ isKnown: (name: string) => boolean; name?: string }>;

/** A cell that has no value; columns are counted from 0. */
export type CellFault = Readonly<{ column: number; key: CellFaultKey; values?: FaultValues }>;

/** What can be wrong with a table, whatever its columns are. */
type TableFaultKey =
  | EncodingFaultKey
  | RecordFaultKey
  | CellFaultKey
  | SheetFaultKey
  | 'emptyFile'
  | 'noKnownColumn'
  | 'unknownColumn'
  | 'repeatedColumn'
  | 'missingColumn'
  | 'wrongCells'
  | 'tooManyRows'
  | 'noRows';

/** A line of CSV that is not a record. */
export type RecordFault = Readonly<{ line: number; key: RecordFaultKey; values?: FaultValues }>;

/** Why a whole file is refused, with the row and column where there is one. */
export type FileFault<Key extends string = TableFaultKey | RefusalKey> = Readonly<{
  line?: number;
  column?: string;
  key: Key;
  values?: FaultValues;
}>;

/** Thrown where a file cannot be read any further. What comes before it has been read. */
export class UnreadableFile extends Error {
  readonly key: EncodingFaultKey | RecordFaultKey | CellFaultKey | SheetFaultKey | 'notAFile';
  readonly values: FaultValues;
  /** The line of the fault, unless it is the line that was reached. */
  readonly line: number | undefined;

  constructor(key: UnreadableFile['key'], values: FaultValues = {}, line?: number) {
    super(key);
    this.key = key;
    this.values = values;
    this.line = line;
  }
}
