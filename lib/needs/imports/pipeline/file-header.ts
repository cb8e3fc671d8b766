import { matchColumns } from '#lib/files/tables/columns';
import type { Delimiter } from '#lib/files/tables/limits';
import { Row, type ListSeparator } from '#lib/files/tables/row';
import { detectDelimiter, parseHeadings } from '#lib/files/tables/table';
import { readCode } from '#lib/text/written';
import { listCodes, quoteCell, type ReportFault } from '#lib/needs/imports/pipeline/faults';
import { fileColumns, columnsOf, type FileKind } from '#lib/needs/imports/pipeline/vocabulary';

/** The header line of a file: its delimiter and where each column stands. */
export type FileHeader = Readonly<{
  delimiter: Delimiter;
  separator: ListSeparator;
  width: number;
  places: ReadonlyMap<string, number>;
}>;

/** Entries are separated by `;`, and by `|` too where `;` already separates cells. */
const separatorBeside = (delimiter: Delimiter): ListSeparator =>
  delimiter === ';' ? { pattern: /[;|]/, text: '; or |' } : { pattern: /;/, text: ';' };

/** Finds the columns of a file by their codes, and reports all that is wrong with the headings. */
export function findColumns(
  kind: FileKind,
  names: readonly string[],
  report: ReportFault,
): ReadonlyMap<string, number> | undefined {
  const known = columnsOf(kind);
  const allowed = known.join(', ');
  const { required } = fileColumns[kind];
  const { headings, places, missing } = matchColumns<string>(names, {
    columnNamed: (name) => (known.includes(name) ? name : undefined),
    required,
  });
  if (places.size === 0) {
    report('', 'noKnownColumn', { allowed });
    return undefined;
  }
  for (const { name, column, isRepeated } of headings) {
    if (column === undefined)
      report(name || 'header', 'unknownColumn', { value: quoteCell(name), allowed });
    else if (isRepeated) report(name, 'repeatedColumn');
  }
  for (const column of missing) report(column, 'missingColumn', { allowed: listCodes(required) });
  if (places.has('text') && !places.has('language')) report('language', 'textNeedsLanguage');
  return places;
}

/** How the headings of a kind of file are read: by their codes, and by names where it has names. */
export type HeadingRules = Readonly<{
  kind: FileKind;
  columnNamed?: (name: string) => string | undefined;
}>;

/** The code of the column that a heading names; the heading itself where it names none. */
const columnCode = ({ columnNamed }: HeadingRules, name: string): string =>
  columnNamed?.(name) ?? readCode(name);

export const isKnownHeading = (rules: HeadingRules, name: string): boolean =>
  columnsOf(rules.kind).includes(columnCode(rules, name));

/** The header that these headings make, or what is wrong with them. */
export function headerOf(
  rules: HeadingRules,
  names: readonly string[],
  report: ReportFault,
  delimiter: Delimiter = ',',
): FileHeader | undefined {
  const codes = names.map((name) => columnCode(rules, name));
  const places = findColumns(rules.kind, codes, report);
  return (
    places && { delimiter, separator: separatorBeside(delimiter), width: names.length, places }
  );
}

/** Parses the header line. The delimiter is the one that yields the most known columns. */
export function parseFileHeader(
  rules: HeadingRules,
  line: string,
  report: ReportFault,
  separator?: Delimiter,
): FileHeader | undefined {
  const delimiter = separator ?? detectDelimiter(line, (name) => isKnownHeading(rules, name));
  return headerOf(rules, parseHeadings(line, delimiter), report, delimiter);
}

/** A row under this header. */
export const rowUnder = (
  { places, separator }: FileHeader,
  line: number,
  cells: readonly string[],
): Row => new Row(line, places, cells, separator);
