import 'server-only';
import { today } from '#lib/text/dates';
import type { CsvFile } from '#lib/needs/imports/csv-file';
import type { Row } from '#lib/needs/imports/header';
import { reviewKey } from '#lib/needs/imports/known';
import type { Reading } from '#lib/needs/imports/reading';
import { stateOfRow, type StateRow } from '#lib/needs/imports/state-row';

/** Goes through a states file; its States and reviews join what is known. */
export async function readStates(csv: CsvFile, { known, named, faults, sink }: Reading) {
  const lines = new Map<string, number>();
  const day = today();

  const read = (row: Row): StateRow[] => {
    const say = csv.sayOf(row);
    const [state, cycle] = [row.text('state').toUpperCase(), row.text('cycle')];
    const key = reviewKey(state, cycle);
    named.add(state).add(key);
    const found = stateOfRow(row, (code) => known.states.get(code)?.region, day, say);
    const first = lines.get(key);
    if (first !== undefined) say('state', 'repeatedReview', { state, cycle, first });
    else lines.set(key, row.line);
    if (!found || first !== undefined) return [];
    if (!known.states.has(found.code))
      known.states.set(found.code, { id: null, region: found.region });
    if (!known.reviews.has(key))
      known.reviews.set(key, {
        id: null,
        version: 0,
        symbol: null,
        numbered: 0,
        closed: false,
        moved: false,
        completedOn: null,
        publishedOn: null,
      });
    return [found];
  };

  for await (const rows of csv.rows()) {
    const found = rows.flatMap(read);
    if (faults.count === 0) await sink?.states(found);
  }
}
