import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decoded, Unreadable } from '#lib/needs/imports/decoding';
import type { FaultKey, FaultValues } from '#lib/needs/imports/fault-texts';
import type { Faults, Say } from '#lib/needs/imports/faults';
import { headerOf, Row, type Header } from '#lib/needs/imports/header';
import { Records, type CsvRecord } from '#lib/needs/imports/records';
import { columnsOf, longestRecord, rowsAtATime, type Kind } from '#lib/needs/imports/vocabulary';

/** A file to import: what it holds, where it lies, and how the person named it. */
export type FileNamed = Readonly<{ kind: Kind; path: string; name: string }>;
export type Progress = (file: FileNamed, read: number, of: number) => void;

const fileFaults: Readonly<Record<string, FaultKey>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
};
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A file read once from beginning to end, a few hundred rows at a time and never whole. */
export class CsvFile {
  readonly file: FileNamed;
  /** Of all the bytes, once all have been read. */
  sha256 = '';
  header: Header | undefined;
  readonly #faults: Faults;
  readonly #progress: Progress;
  #records: Records | undefined;

  constructor(file: FileNamed, faults: Faults, progress: Progress) {
    this.file = file;
    this.#faults = faults;
    this.#progress = progress;
  }

  /** Notes faults of a row. Of a column that is missing enough has been said. */
  sayOf({ line, header }: Row): Say {
    return (column, key, values) => {
      if (header.places.has(column)) this.#say(line, column, key, values);
    };
  }

  #say(line: number, column: string, key: FaultKey, values?: FaultValues) {
    this.#faults.add({ file: this.file.name, line, column, key, values });
  }

  /** The rows, some hundreds at a time. What cannot be read is noted and ends them. */
  async *rows(): AsyncGenerator<Row[]> {
    let batch: Row[] = [];
    try {
      for await (const records of this.#pieces()) {
        for (const record of records) {
          const row = this.#rowOf(record);
          if (row) batch.push(row);
          if (batch.length < rowsAtATime) continue;
          yield batch;
          batch = [];
        }
      }
    } catch (error) {
      if (error instanceof Unreadable)
        this.#say(error.line ?? this.#records?.line ?? 1, '', error.key, error.values);
      else if (fileFaults[codeOf(error)]) this.#say(1, '', fileFaults[codeOf(error)]!);
      else throw error;
    }
    if (batch.length > 0) yield batch;
  }

  async *#bytes(): AsyncGenerator<Buffer> {
    const found = await stat(this.file.path);
    if (!found.isFile()) throw new Unreadable('notAFile');
    const hash = createHash('sha256');
    let read = 0;
    for await (const piece of createReadStream(this.file.path) as AsyncIterable<Buffer>) {
      hash.update(piece);
      read += piece.length;
      this.#progress(this.file, read, found.size);
      yield piece;
    }
    this.sha256 = hash.digest('hex');
  }

  /** The records of each piece of text, the header line left out. */
  async *#pieces(): AsyncGenerator<Iterable<CsvRecord>> {
    let start = '';
    for await (const text of decoded(this.#bytes())) {
      if (this.#records) {
        yield this.#records.read(text);
        continue;
      }
      start += text;
      if (/[\r\n]/.test(start)) yield this.#begin(start);
      else if (start.length > longestRecord)
        throw new Unreadable('lineTooLong', { longest: longestRecord });
      if (this.#records && !this.header) return;
    }
    if (!this.#records) yield this.#begin(start);
    if (this.header) yield this.#records!.read('', true);
  }

  *#begin(start: string): Generator<CsvRecord> {
    const line = /^[^\r\n]*/.exec(start)![0];
    if (line.trim() === '' && line === start)
      this.#say(1, '', 'emptyFile', { allowed: columnsOf(this.file.kind).join(', ') });
    else
      this.header = headerOf(this.file.kind, line, (column, key, values) =>
        this.#say(1, column, key, values),
      );
    this.#records = new Records(this.header?.delimiter ?? ',', ({ line: at, key, values }) =>
      this.#say(at, '', key, values),
    );
    if (!this.header) return;
    yield* this.#records.read(start);
  }

  #rowOf({ line, cells }: CsvRecord): Row | undefined {
    const header = this.header!;
    if (line === 1) return undefined;
    if (cells.length === header.width) {
      // A spreadsheet saves its empty rows too.
      return cells.every((cell) => cell.trim() === '') ? undefined : new Row(line, header, cells);
    }
    if (cells.some((cell) => cell.trim() !== ''))
      this.#say(line, '', 'wrongCells', { found: cells.length, wanted: header.width });
    return undefined;
  }
}
