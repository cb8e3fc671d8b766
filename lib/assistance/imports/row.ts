import {
  readActivityFields,
  splitLines,
  type ActivityFields,
} from '#lib/assistance/activities/fields';
import {
  codedColumns,
  type CodedColumn,
  type FindCode,
  type ActivityColumn,
} from '#lib/assistance/activities/labels';
import type { ReportedNumber } from '#lib/assistance/activities/vocabulary';
import type { FindState } from '#lib/convention/find-state';
import { splitEntries, type Row } from '#lib/files/tables/row';

/**
 * What is wrong in a cell: the key of its sentence, the value of the cell, and the codes of the
 * States that are likely meant.
 */
export type CellFault = Readonly<{
  column: ActivityColumn;
  key: string;
  value?: string;
  likely?: readonly string[];
}>;

/** A row as the fields of the form, and what no field can hold. */
export type ParsedActivity = Readonly<{
  ref: string;
  fields: ActivityFields;
  faults: readonly CellFault[];
}>;

/** What the labels and names of a row are looked up in; the language where the row names none. */
type RowLookup = Readonly<{ codeOf: FindCode; findState: FindState; language: string }>;
type ActivityRow = Row<ActivityColumn>;

const qualifiersByMark: Readonly<Record<string, ReportedNumber['qualifier']>> = {
  '': 'exactly',
  '>': 'more-than',
  '＞': 'more-than',
  '#': 'counted',
};
const reportedNumber = /^([>＞#]?)\s*(\p{Nd}[\p{Nd}.,'’٬]*(?:\s+[\p{Nd}.,'’٬]+)*)\s+(\S[^]*)/u;

const listColumns: readonly CodedColumn[] = ['regions', 'categories', 'topics', 'targetGroups'];
const longestValue = 100;

/** The code that an empty cell stands for. */
function defaultCode(column: CodedColumn, language: string): string {
  if (column === 'language') return language;
  return column === 'gender' || column === 'funding' ? 'none' : '';
}

const entriesIn = (row: ActivityRow, column: ActivityColumn): string[] =>
  splitEntries(row.text(column)).filter(Boolean);
const linesIn = (row: ActivityRow, column: ActivityColumn): string =>
  entriesIn(row, column).join('\n');

/** Returns a fault for each name that is no State's. */
function stateFaults(row: ActivityRow, findState: FindState): CellFault[] {
  const names = (['recipients', 'hosts'] as const).flatMap((column) =>
    splitLines(linesIn(row, column)).map((name) => ({ column, name })),
  );
  return names.flatMap(({ column, name }): CellFault[] => {
    const found = findState(name);
    if ('code' in found) return [];
    const key = found.likely.length > 0 ? 'didYouMean' : 'noState';
    return [{ column, key, value: name.slice(0, longestValue), likely: found.likely }];
  });
}

/** Parses the numbers that an activity reports, such as `> 300 officials`. */
function parseNumbers(row: ActivityRow, faults: CellFault[]) {
  const numbers = entriesIn(row, 'numbers').map((entry) => {
    const [, mark, value, unit] = reportedNumber.exec(entry) ?? [];
    if (value === undefined)
      faults.push({
        column: 'numbers',
        key: 'numberUnreadable',
        value: entry.slice(0, longestValue),
      });
    return {
      value: value?.trim() ?? '',
      qualifier: qualifiersByMark[mark ?? ''] ?? 'exactly',
      unit: unit ?? '',
    };
  });
  return {
    numberValue: numbers.map(({ value }) => value),
    numberQualifier: numbers.map(({ qualifier }) => qualifier),
    numberUnit: numbers.map(({ unit }) => unit),
  };
}

/** Parses documents, each a title followed by its address. */
function parseDocuments(row: ActivityRow) {
  const entries = entriesIn(row, 'documents').map((entry) => {
    const address = entry.split(/\s+/).at(-1)!;
    return { title: entry.slice(0, entry.length - address.length).trim(), address };
  });
  return {
    documentTitle: entries.map(({ title }) => title),
    documentUrl: entries.map(({ address }) => address),
  };
}

/** Finds the codes of the labels; a label without a code stays as it is. */
function parseCodes(row: ActivityRow, { codeOf, language }: RowLookup, faults: CellFault[]) {
  const toCode = (column: CodedColumn, label: string): string => {
    const code = codeOf(column, label);
    if (code === undefined)
      faults.push({ column, key: 'unknownChoice', value: label.slice(0, longestValue) });
    return code ?? label;
  };
  const codes = codedColumns.map((column) => {
    if (listColumns.includes(column))
      return [column, entriesIn(row, column).map((label) => toCode(column, label))];
    const label = row.text(column);
    return [column, label === '' ? defaultCode(column, language) : toCode(column, label)];
  });
  return Object.fromEntries(codes) as Pick<ActivityFields, CodedColumn>;
}

/** Parses a row into the fields of the form. */
export function parseActivityRow(row: ActivityRow, lookup: RowLookup): ParsedActivity {
  const faults = stateFaults(row, lookup.findState);
  const numbers = parseNumbers(row, faults);
  const codes = parseCodes(row, lookup, faults);
  return {
    ref: row.text('ref'),
    faults,
    fields: {
      ...readActivityFields({}),
      ...codes,
      ...numbers,
      ...parseDocuments(row),
      title: row.text('title'),
      description: row.text('description'),
      organisation: row.text('organisation'),
      partners: linesIn(row, 'partners'),
      recipients: linesIn(row, 'recipients'),
      hosts: linesIn(row, 'hosts'),
      areas: linesIn(row, 'areas'),
      articles: splitEntries(row.text('articles')).join(', '),
      from: row.text('from'),
      until: row.text('until'),
      period: row.text('period'),
      beneficiaries: row.text('beneficiaries'),
      resolutions: splitEntries(row.text('resolutions')).join(', '),
      iati: row.text('iati'),
    },
  };
}

/** Returns the column of a file that a field of the form comes from. */
export function columnOfField(field: string): ActivityColumn {
  if (field.startsWith('number')) return 'numbers';
  return field.startsWith('document') ? 'documents' : (field as ActivityColumn);
}
