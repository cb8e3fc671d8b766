import type { FileFault } from '#lib/files/tables/faults';

/** The columns that a kind of file may have. */
export type ColumnRules<Column extends string> = Readonly<{
  /** The column that a heading names. */
  columnNamed: (name: string) => Column | undefined;
  required: readonly Column[];
}>;

/** The headings of a table, matched with the columns that its kind of file may have. */
export type MatchedColumns<Column extends string> = Readonly<{
  headings: readonly Readonly<{ name: string; column: Column | undefined; isRepeated: boolean }>[];
  /** Where each column stands; a repeated one where it stands first. */
  places: ReadonlyMap<Column, number>;
  missing: readonly Column[];
}>;

export function matchColumns<Column extends string>(
  names: readonly string[],
  { columnNamed, required }: ColumnRules<Column>,
): MatchedColumns<Column> {
  const places = new Map<Column, number>();
  const headings = names.map((name, place) => {
    const column = columnNamed(name);
    const isRepeated = column !== undefined && places.has(column);
    if (column !== undefined && !isRepeated) places.set(column, place);
    return { name, column, isRepeated };
  });
  return { headings, places, missing: required.filter((column) => !places.has(column)) };
}

/** What is wrong with the headings; `describe` returns how an unknown one is named in its fault. */
export function headerFaults<Column extends string>(
  { headings, places, missing }: MatchedColumns<Column>,
  describe: (name: string) => Readonly<{ column: string; value: string }>,
): FileFault[] {
  if (places.size === 0) return [{ line: 1, key: 'noKnownColumn' }];
  const faults: FileFault[] = missing.map((column) => ({ line: 1, column, key: 'missingColumn' }));
  for (const { name, column, isRepeated } of headings) {
    if (column === undefined) {
      const unknown = describe(name);
      faults.push({
        line: 1,
        column: unknown.column,
        key: 'unknownColumn',
        values: { value: unknown.value },
      });
    } else if (isRepeated) faults.push({ line: 1, column, key: 'repeatedColumn' });
  }
  return faults;
}
