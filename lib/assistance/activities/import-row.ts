import { activityFieldsOf, linesOf, type ActivityFields } from '#lib/assistance/activities/fields';
import {
  codedColumns,
  type CodedColumn,
  type CodeOf,
  type SheetColumn,
} from '#lib/assistance/activities/labels';
import type { Reported } from '#lib/assistance/activities/vocabulary';
import type { FindState } from '#lib/convention/find-state';
import { entriesOf } from '#lib/needs/imports/labels';

/**
 * What is wrong in a cell: the key of its sentence, the value that stands there, and the codes of
 * the States that are likely meant.
 */
export type RowFault = Readonly<{
  column: SheetColumn;
  key: string;
  value?: string;
  likely?: readonly string[];
}>;
export type RowRead = Readonly<{
  ref: string;
  fields: ActivityFields;
  faults: readonly RowFault[];
}>;

const marks: Readonly<Record<string, Reported['qualifier']>> = {
  '': 'exactly',
  '>': 'more-than',
  '＞': 'more-than',
  '#': 'counted',
};
const number = /^([>＞#]?)\s*([\p{Nd}][\p{Nd}\s.,'’٬]*)\s+(\S.*)$/u;

/** Columns that a file may leave out or empty, with what is then meant. */
const usual = { gender: 'none', funding: 'none' } as const;
const several: readonly CodedColumn[] = ['regions', 'categories', 'topics', 'targetGroups'];

/** What is meant by an empty cell. */
function unwritten(column: CodedColumn, language: string): string {
  if (column === 'language') return language;
  return column in usual ? usual[column as keyof typeof usual] : '';
}

/**
 * A row as the fields of the form, and what no field could hold. `language` is meant where the file
 * names none.
 */
export function rowRead(
  cell: (column: SheetColumn) => string,
  { codeOf, find, language }: Readonly<{ codeOf: CodeOf; find: FindState; language: string }>,
): RowRead {
  const faults: RowFault[] = [];
  const fault = (
    column: SheetColumn,
    key: string,
    more: Pick<RowFault, 'value' | 'likely'> = {},
  ) => {
    faults.push({ column, key, ...more });
  };
  const code = (column: CodedColumn, label: string): string => {
    const found = codeOf(column, label);
    if (found === undefined) fault(column, 'unknownChoice', { value: label.slice(0, 100) });
    return found ?? label;
  };
  const lines = (column: SheetColumn) => entriesOf(cell(column)).filter(Boolean).join('\n');
  for (const column of ['recipients', 'hosts'] as const) {
    for (const name of linesOf(lines(column))) {
      const found = find(name);
      if (!('code' in found))
        fault(column, found.likely.length > 0 ? 'didYouMean' : 'noState', {
          value: name.slice(0, 100),
          likely: found.likely,
        });
    }
  }
  const numbers = entriesOf(cell('numbers'))
    .filter(Boolean)
    .map((entry) => {
      const [, mark, value, unit] = number.exec(entry) ?? [];
      if (value === undefined) fault('numbers', 'numberUnreadable', { value: entry.slice(0, 100) });
      return {
        value: value?.trim() ?? '',
        qualifier: marks[mark ?? ''] ?? 'exactly',
        unit: unit ?? '',
      };
    });
  const documents = entriesOf(cell('documents'))
    .filter(Boolean)
    .map((entry) => {
      const url = /\S+$/.exec(entry)?.[0] ?? '';
      const title = entry.replace(/\S+$/, '').trim();
      return { title, url };
    });
  const coded = Object.fromEntries(
    codedColumns.map((column) => {
      const written = cell(column);
      if (several.includes(column))
        return [
          column,
          entriesOf(written)
            .filter(Boolean)
            .map((label) => code(column, label)),
        ];
      return [column, written === '' ? unwritten(column, language) : code(column, written)];
    }),
  ) as Pick<ActivityFields, CodedColumn>;
  return {
    ref: cell('ref'),
    faults,
    fields: {
      ...activityFieldsOf({}),
      ...coded,
      title: cell('title'),
      description: cell('description'),
      organisation: cell('organisation'),
      partners: lines('partners'),
      recipients: lines('recipients'),
      hosts: lines('hosts'),
      areas: lines('areas'),
      articles: entriesOf(cell('articles')).join(', '),
      from: cell('from'),
      until: cell('until'),
      period: cell('period'),
      beneficiaries: cell('beneficiaries'),
      resolutions: entriesOf(cell('resolutions')).join(', '),
      iati: cell('iati'),
      numberValue: numbers.map(({ value }) => value),
      numberQualifier: numbers.map(({ qualifier }) => qualifier),
      numberUnit: numbers.map(({ unit }) => unit),
      documentTitle: documents.map(({ title }) => title),
      documentUrl: documents.map(({ url }) => url),
    },
  };
}

/** The column of a file that a field of the form comes from. */
export function columnOfField(field: string): SheetColumn {
  if (field.startsWith('number')) return 'numbers';
  return field.startsWith('document') ? 'documents' : (field as SheetColumn);
}
