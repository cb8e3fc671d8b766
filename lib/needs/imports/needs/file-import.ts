import 'server-only';
import type { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import { quoteCell } from '#lib/needs/imports/pipeline/faults';
import { importRows } from '#lib/needs/imports/pipeline/import-rows';
import { parseNeedRow, refOf, type NeedRow, type NeedRules } from '#lib/needs/imports/needs/row';
import { writeNeeds } from '#lib/needs/imports/needs/write';
import { importedNeeds, type ImportedNeeds } from '#lib/needs/imports/pipeline/queries';
import { reviewKey } from '#lib/needs/imports/pipeline/register-lookup';
import type { ImportRun } from '#lib/needs/imports/pipeline/run';
import { refKey } from '#lib/needs/model/source-ref';
import { isStateCode } from '#lib/needs/imports/states/row';
import { needDraft } from '#lib/needs/model/schema';

function rulesOf({ lookup: { codes, states, reviews }, named }: ImportRun): NeedRules {
  const isIn = (key: string) => reviews.has(key) || named.has(key);
  return {
    codes,
    draft: needDraft(codes),
    isState: (code) => states.has(code) || isStateCode(code) || named.has(code),
    hasReview: (code, cycle) => isIn(reviewKey(code, cycle)),
  };
}

/** Returns the needs of the register that these rows are about, by ref. */
async function storedNeeds(
  { actor, from, lookup }: ImportRun,
  rows: readonly NeedRow[],
): Promise<ImportedNeeds> {
  if (!lookup.hasImportedNeeds || rows.length === 0) return new Map();
  return importedNeeds(
    actor,
    from,
    rows.map(({ ref }) => ref),
  );
}

/** Imports a needs file, and looks up each ref in the register. */
export async function importNeeds(csv: CsvFile, run: ImportRun) {
  const rules = rulesOf(run);
  const { write } = run;

  await importRows<NeedRow, ImportedNeeds>(csv, run, {
    keyOf: (row) => refKey(refOf(row)),
    parse: (row, report) => parseNeedRow(row, rules, report),
    reportRepeated: (row, first, report) =>
      report('ref', 'repeatedRef', { value: quoteCell(refOf(row)), first }),
    compare: async (rows, reportOn) => {
      const stored = await storedNeeds(run, rows);
      for (const row of rows) {
        const [known, ...others] = stored.get(refKey(row.ref)) ?? [];
        if (others.length > 0) {
          const refs = [known!, ...others].map(({ sourceRef }) => sourceRef);
          const alike = refs.toSorted().map(quoteCell);
          reportOn(row)('ref', 'alikeRefs', { value: quoteCell(row.ref), found: alike.join(', ') });
          continue;
        }
        const review = known?.review;
        if (review && review !== reviewKey(row.state, row.cycle))
          reportOn(row)('ref', 'refOfOtherReview', { value: quoteCell(row.ref), review });
      }
      return stored;
    },
    write: write && ((rows, stored, columns) => writeNeeds(write, rows, stored, columns)),
  });
}
