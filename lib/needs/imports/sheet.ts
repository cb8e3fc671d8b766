import 'server-only';
import { createHash } from 'node:crypto';
import type { Cycle } from '#lib/convention/chapters';
import { quoted, type Fault, type Say } from '#lib/needs/imports/faults';
import { headerOf, Row, type Header } from '#lib/needs/imports/header';
import { codedColumns, columnNamed, entriesOf, Labels } from '#lib/needs/imports/labels';
import { fieldsIn, needOfRow, refOf, type NeedRules } from '#lib/needs/imports/need-row';
import type { CsvRecord } from '#lib/needs/imports/records';
import type { Table } from '#lib/needs/imports/table';
import { mostRows } from '#lib/needs/imports/vocabulary';
import type { Vocabulary } from '#lib/needs/store/queries';
import { codesOfVocabulary, needDraft, type NeedContent } from '#lib/needs/model/schema';

/** The review that a file goes into, and the words of the register. */
export type Destination = Readonly<{ stateCode: string; cycle: Cycle; vocabulary: Vocabulary }>;
export type RowFault = Omit<Fault, 'file' | 'line'>;

/** A line of a file: what it says as far as it can be read, and what is wrong with it. */
export type CheckedRow = Readonly<{
  line: number;
  ref: string;
  content: NeedContent | null;
  faults: readonly RowFault[];
}>;
/** The lines of a file, with the columns that it has and the vocabulary by which it was read. */
export type CheckedSheet = Readonly<{
  columns: readonly string[];
  vocabulary: string;
  rows: readonly CheckedRow[];
}>;

/** What tells one vocabulary from another. */
export const vocabularyHash = (vocabulary: Vocabulary): string =>
  createHash('sha256')
    .update(JSON.stringify(codesOfVocabulary(vocabulary)))
    .digest('hex');

const quotedCell = (name: string) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/**
 * Reads the header by the names of columns in any language. State and cycle may be left out: the
 * review is known.
 */
export function headerOfSheet(names: readonly string[], say: Say): Header | undefined {
  if (names.every((name) => columnNamed(name) === undefined)) return void say('', 'noKnownColumn');
  const codes = names.map((name) => columnNamed(name) ?? name.replace(/\s+/g, ' '));
  const added = ['state', 'cycle'].filter((column) => !codes.includes(column));
  return headerOf('needs', [...codes, ...added].map(quotedCell).join(','), say);
}

/** The record with codes in the place of labels. */
function coded(
  { line, cells }: CsvRecord,
  header: Header,
  labels: Labels,
  { stateCode, cycle }: Destination,
): Row {
  const codes = [...cells];
  const category = labels.codeOf('category', codes[header.places.get('category') ?? -1] ?? '');
  for (const column of codedColumns) {
    const place = header.places.get(column);
    const cell = place === undefined ? undefined : codes[place];
    if (place === undefined || cell === undefined || cell.trim() === '') continue;
    const one =
      column === 'chapter' ||
      column === 'category' ||
      column === 'subcategory' ||
      column === 'language';
    codes[place] = one
      ? labels.codeOf(column, cell, category)
      : entriesOf(cell)
          .map((entry) => labels.codeOf(column, entry))
          .join(';');
  }
  for (const [column, value] of [
    ['state', stateCode],
    ['cycle', String(cycle)],
  ] as const) {
    const place = header.places.get(column) ?? 0;
    if (place >= cells.length) codes[place] = value;
  }
  return new Row(line, header, codes);
}

export class TooManyRows extends Error {}

/** Checks the records of a table, each by itself, as the command line does. */
export function checkedSheet(
  { names, records, complaints }: Table,
  header: Header,
  destination: Destination,
): CheckedSheet {
  const { stateCode, cycle, vocabulary } = destination;
  const codes = codesOfVocabulary(vocabulary);
  const labels = new Labels(vocabulary);
  const rules: NeedRules = {
    codes,
    draft: needDraft(codes),
    isState: () => true,
    hasReview: (code, of) => code === stateCode && of === cycle,
  };
  const lines = new Map<string, number>();

  const checked = (record: CsvRecord): CheckedRow => {
    const faults: RowFault[] = [];
    const say: Say = (column, key, values) => {
      if (header.places.has(column)) faults.push({ column, key, values });
    };
    const { line, cells } = record;
    if (cells.length !== names.length)
      return {
        line,
        ref: '',
        content: null,
        faults: [{ key: 'wrongCells', values: { found: cells.length, wanted: names.length } }],
      };
    const row = coded(record, header, labels, destination);
    const need = needOfRow(row, rules, say);
    const ref = refOf(row);
    const first = lines.get(ref);
    if (first !== undefined && ref !== '') say('ref', 'repeatedRef', { value: quoted(ref), first });
    else lines.set(ref, line);
    return {
      line,
      ref,
      content: need?.content ?? rules.draft.safeParse(fieldsIn(row)).data ?? null,
      faults,
    };
  };

  if (records.length > mostRows) throw new TooManyRows();
  const unread = complaints.map(({ line, key, values }): CheckedRow => ({
    line,
    ref: '',
    content: null,
    faults: [{ key, values }],
  }));
  const rows = [...records.map(checked), ...unread].sort((a, b) => a.line - b.line);
  return {
    columns: [...header.places.keys()].filter((column) => column !== 'state' && column !== 'cycle'),
    vocabulary: vocabularyHash(vocabulary),
    rows,
  };
}
