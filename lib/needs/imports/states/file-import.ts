import 'server-only';
import { today } from '#lib/text/dates';
import type { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import { importRows } from '#lib/needs/imports/pipeline/import-rows';
import { reviewKey, type RegisterLookup } from '#lib/needs/imports/pipeline/register-lookup';
import type { ImportRun } from '#lib/needs/imports/pipeline/run';
import { parseStateRow, type StateRow, type StateRowContext } from '#lib/needs/imports/states/row';
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
  const { lookup, named, published, write } = run;
  let isReported = false;
  const context: StateRowContext = {
    regionOf: (code) => lookup.states.get(code)?.region,
    publishedOnOf: (code, cycle) => lookup.reviews.get(reviewKey(code, cycle))?.publishedOn ?? null,
    published,
    today: today(),
  };
  const nameOf = (row: Row) => ({
    state: row.text('state').toUpperCase(),
    cycle: row.text('cycle'),
  });
  const keyOf = (row: Row) => reviewKey(nameOf(row).state, nameOf(row).cycle);

  await importRows<StateRow, void>(csv, run, {
    keyOf,
    parse: (row, report) => {
      named.add(nameOf(row).state).add(keyOf(row));
      // Said once: it is the file that lacks the column.
      if (!row.has('published_on') && !published && !isReported) {
        csv.reportMissing('published_on', 'publicationUnsaid');
        isReported = true;
      }
      return parseStateRow(row, context, report);
    },
    reportRepeated: (row, first, report) =>
      report('state', 'repeatedReview', { ...nameOf(row), first }),
    accept: (parsed) => addToLookup(lookup, parsed),
    compare: () => undefined,
    write: write && ((rows) => writeStates(write, rows)),
  });
}
