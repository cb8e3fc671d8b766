import 'server-only';
import type { CsvFile } from '#lib/needs/imports/csv-file';
import { quoted } from '#lib/needs/imports/faults';
import type { Row } from '#lib/needs/imports/header';
import { reviewKey } from '#lib/needs/imports/known';
import { needOfRow, refOf, type NeedRow, type NeedRules } from '#lib/needs/imports/need-row';
import { importedNeeds, type ImportedNeed } from '#lib/needs/imports/queries';
import type { Reading } from '#lib/needs/imports/reading';
import { isStateCode } from '#lib/needs/imports/state-row';
import { needDraft } from '#lib/needs/model/schema';

const noNeeds: ReadonlyMap<string, ImportedNeed> = new Map();

/** Goes through a needs file, and looks each ref up in the register. */
export async function readNeeds(
  csv: CsvFile,
  { actor, from, known, named, faults, sink }: Reading,
) {
  const { codes, states, reviews } = known;
  const rules: NeedRules = {
    codes,
    draft: needDraft(codes),
    isState: (code) => states.has(code) || isStateCode(code) || named.has(code),
    hasReview: (code, cycle) =>
      reviews.has(reviewKey(code, cycle)) || named.has(reviewKey(code, cycle)),
  };
  const lines = new Map<string, number>();

  const read = (row: Row): NeedRow[] => {
    const say = csv.sayOf(row);
    const found = needOfRow(row, rules, say);
    const ref = found?.ref ?? refOf(row);
    const first = lines.get(ref);
    if (first !== undefined && ref !== '') say('ref', 'repeatedRef', { value: quoted(ref), first });
    // A part of a long string keeps the whole of it: the refs would keep the file in memory.
    else lines.set(Buffer.from(ref).toString(), row.line);
    return found && first === undefined ? [found] : [];
  };

  for await (const rows of csv.rows()) {
    const needs = rows.flatMap(read);
    const there =
      known.imported && needs.length > 0
        ? await importedNeeds(
            actor,
            from,
            needs.map(({ ref }) => ref),
          )
        : noNeeds;
    const lineOf = new Map(rows.map((row) => [row.line, row]));
    for (const { line, ref, state, cycle } of needs) {
      const review = there.get(ref)?.review;
      if (review && review !== reviewKey(state, cycle))
        csv.sayOf(lineOf.get(line)!)('ref', 'refOfOtherReview', { value: quoted(ref), review });
    }
    if (faults.count === 0) await sink?.needs(needs, there, csv.header!.places);
  }
}
