import 'server-only';
import { today } from '#lib/text/dates';
import type { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import { importRows } from '#lib/needs/imports/pipeline/import-rows';
import { reviewKey, type RegisterLookup } from '#lib/needs/imports/pipeline/register-lookup';
import type { ImportRun } from '#lib/needs/imports/pipeline/run';
import { parseStateRow, type StateRow } from '#lib/needs/imports/states/row';
import { writeStates } from '#lib/needs/imports/states/write';
import type { Row } from '#lib/files/tables/row';

/** Adds the State and review of a row, which later rows may refer to. */
function addToLookup({ states, reviews }: RegisterLookup, { code, region, cycle }: StateRow) {
  const key = reviewKey(code, cycle);
  if (!states.has(code)) states.set(code, { id: null, region });
  if (reviews.has(key)) return;
  reviews.set(key, {
    id: null,
    version: 0,
    symbol: null,
    lastNumber: 0,
    closed: false,
    isNumberChanged: false,
    completedOn: null,
    publishedOn: null,
  });
}

/** Imports a states file; its States and reviews are added to the lookup. */
export async function importStates(csv: CsvFile, run: ImportRun) {
  const { lookup, named, write } = run;
  const day = today();
  const nameOf = (row: Row) => ({
    state: row.text('state').toUpperCase(),
    cycle: row.text('cycle'),
  });
  const keyOf = (row: Row) => reviewKey(nameOf(row).state, nameOf(row).cycle);

  await importRows<StateRow, void>(csv, run, {
    keyOf,
    parse: (row, report) => {
      named.add(nameOf(row).state).add(keyOf(row));
      return parseStateRow(row, (code) => lookup.states.get(code)?.region, day, report);
    },
    reportRepeated: (row, first, report) =>
      report('state', 'repeatedReview', { ...nameOf(row), first }),
    accept: (parsed) => addToLookup(lookup, parsed),
    compare: () => undefined,
    write: write && ((rows) => writeStates(write, rows)),
  });
}
