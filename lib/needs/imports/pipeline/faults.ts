import type { FaultValues } from '#lib/files/tables/faults';
import { faultText, type FaultKey } from '#lib/needs/imports/pipeline/fault-texts';
import { maxReportedFaults } from '#lib/needs/imports/pipeline/vocabulary';

/** A fault of a file: where it is, and the key of its sentence. */
export type Fault = Readonly<{
  file: string;
  line: number;
  column?: string;
  key: FaultKey;
  values?: FaultValues;
}>;

/** A fault of a row. */
export type RowFault = Omit<Fault, 'file' | 'line'>;

/** Reports a fault of the current row. */
export type ReportFault = (column: string, key: FaultKey, values?: FaultValues) => void;

/** `FILE:LINE: COLUMN: message`, as compilers print it. */
const formatFault = ({ file, line, column, key, values }: Fault): string =>
  `${file}:${line}: ${column ? `${column}: ` : ''}${faultText(key, values)}`;

/** The faults of an import: counts all, stores the first ones. */
export class Faults {
  readonly reported: Fault[] = [];
  count = 0;

  add(fault: Fault) {
    this.count += 1;
    if (this.reported.length < maxReportedFaults) this.reported.push(fault);
  }

  /** Formats the report, file by file; its last line counts the faults beyond those that it lists. */
  lines(): string[] {
    const byFile = Object.values(Object.groupBy(this.reported, ({ file }) => file));
    const inOrder = byFile.flatMap((faults) => faults!.toSorted((a, b) => a.line - b.line));
    const more = this.count - this.reported.length;
    if (more === 0) return inOrder.map(formatFault);
    return [...inOrder.map(formatFault), `… and ${more} more ${more === 1 ? 'fault' : 'faults'}.`];
  }
}

const longestQuote = 40;

/** Quotes the value of a cell, shortened and safe to print in a terminal. */
export function quoteCell(value: string): string {
  const start = [...value.slice(0, 2 * longestQuote)].slice(0, longestQuote).join('');
  const printable = start
    .toWellFormed()
    .replace(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
    );
  return `"${printable}${start.length < value.length ? '…' : ''}"`;
}

const mostListed = 12;

/** Lists what is allowed, shortened where it is long. */
export const listCodes = (codes: readonly (string | number)[]): string =>
  codes.length <= mostListed
    ? codes.join(', ') || 'none'
    : `${codes.slice(0, mostListed).join(', ')} … (${codes.length} in all)`;
