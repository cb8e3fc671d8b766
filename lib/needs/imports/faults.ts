import { faultText, type FaultKey, type FaultValues } from '#lib/needs/imports/fault-texts';
import { mostShown } from '#lib/needs/imports/vocabulary';

/** One fault of a file: where it stands, and its sentence by key. */
export type Fault = Readonly<{
  file: string;
  line: number;
  column?: string;
  key: FaultKey;
  values?: FaultValues;
}>;

/** Notes a fault of the line at hand. */
export type Say = (column: string, key: FaultKey, values?: FaultValues) => void;

/** `FILE:LINE: COLUMN: message`, as compilers write it. */
export const faultLine = ({ file, line, column, key, values }: Fault): string =>
  `${file}:${line}: ${column ? `${column}: ` : ''}${faultText(key, values)}`;

/** The faults of an import: all are counted, the first ones kept. */
export class Faults {
  readonly shown: Fault[] = [];
  count = 0;

  add(fault: Fault) {
    this.count += 1;
    if (this.shown.length < mostShown) this.shown.push(fault);
  }

  /**
   * The lines to show, file by file in their order; the last one says how many there are beyond
   * them.
   */
  lines(): string[] {
    const more = this.count - this.shown.length;
    const inOrder = Object.values(Object.groupBy(this.shown, ({ file }) => file)).flatMap((found) =>
      found!.toSorted((a, b) => a.line - b.line),
    );
    return [
      ...inOrder.map(faultLine),
      ...(more > 0 ? [`… and ${more} more ${more === 1 ? 'fault' : 'faults'}.`] : []),
    ];
  }
}

const longestShown = 40;

/** What a cell holds, in quotation marks, safe to print in a terminal, and shortened. */
export function quoted(value: string): string {
  const start = [...value.slice(0, 2 * longestShown)].slice(0, longestShown).join('');
  const printable = start
    .toWellFormed()
    .replace(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
    );
  return `"${printable}${start.length < value.length ? '…' : ''}"`;
}

const mostListed = 12;

/** What is allowed, shortened where it is long. */
export const listed = (codes: readonly (string | number)[]): string =>
  codes.length <= mostListed
    ? codes.join(', ') || 'none'
    : `${codes.slice(0, mostListed).join(', ')} … (${codes.length} in all)`;
