import { categoryCodes } from '#lib/convention/categories';
import {
  cellsPerRow,
  regionCell,
  type StateMarks,
} from '#lib/counting/count/region-category-counts';
import type { Facts } from '#lib/counting/facts/facts';
import { countedReviews, compileFilter, type Filter } from '#lib/counting/filter/filter';

const { imul } = Math;

/**
 * Returns for each need the cell of its region and category, and the number of its State from 1 on;
 * 0 and 0 if it is not counted.
 */
function locateNeeds(facts: Facts, filter: Filter) {
  const {
    size,
    review: { values: reviews },
    category: { values: categories },
    provision: { values: provisions },
  } = facts;
  const { region, state, stateRegion, summaries } = countedReviews(facts, filter);
  const { provision, narrowed } = compileFilter(facts, filter);
  const isCounted = Uint8Array.from(region, (r) => (r < 0 ? 0 : 1));
  const firstCells = Int32Array.from(region, (r) => (r < 0 ? 0 : regionCell(r)));
  const stateNumbers = Int32Array.from(state, (n) => n + 1);
  const counts = new Uint8Array(size);
  const cell = new Uint8Array(size);
  const states = new Int32Array(size);
  for (let i = 0; i < size; i += 1)
    counts[i] = isCounted[reviews[i]!]! & provision[provisions[i]!]!;
  for (const { column, pass } of narrowed)
    for (let i = 0; i < size; i += 1) counts[i]! &= pass[column[i]!]!;
  for (let i = 0; i < size; i += 1) {
    const at = reviews[i]!;
    cell[i] = imul(counts[i]!, firstCells[at]! + categories[i]!);
    states[i] = imul(counts[i]!, stateNumbers[at]!);
  }
  return { size, cell, states, stateRegion, summaries };
}

/**
 * The pass over the needs: finds the cell of each need, then fills each table of counts in a loop
 * of its own. Loops of three reads without a branch are twice as fast as a single loop that fills
 * all tables (see `npm run bench`).
 */
export function tally(facts: Facts, filter: Filter) {
  const { size, cell, states, stateRegion, summaries } = locateNeeds(facts, filter);
  const { category, subcategory, provision, types, tags, topics, assistance } = facts;
  const provisionCount = provision.dictionary.texts.length;
  const tagSetCount = tags.dictionary.texts.length;

  /** Counts the needs by cell, in one row for each code of the column. */
  const needsBy = ({ values, dictionary }: typeof topics) => {
    const table = new Int32Array(dictionary.texts.length * cellsPerRow);
    for (let i = 0; i < size; i += 1) table[imul(values[i]!, cellsPerRow) + cell[i]!]! += 1;
    return table;
  };
  const statesBy = ({ values }: typeof category, width: number): StateMarks => {
    const marks = new Uint8Array((stateRegion.length + 1) * width);
    for (let i = 0; i < size; i += 1) marks[imul(states[i]!, width) + values[i]!] = 1;
    return { marks, width };
  };
  const byTagsAndProvision = new Int32Array(tagSetCount * provisionCount * cellsPerRow);
  for (let i = 0; i < size; i += 1)
    byTagsAndProvision[
      imul(imul(tags.values[i]!, provisionCount) + provision.values[i]!, cellsPerRow) + cell[i]!
    ]! += 1;

  const byAssistanceAndProvision = new Int32Array(
    assistance.dictionary.texts.length * provisionCount * cellsPerRow,
  );
  for (let i = 0; i < size; i += 1)
    byAssistanceAndProvision[
      imul(imul(assistance.values[i]!, provisionCount) + provision.values[i]!, cellsPerRow) +
        cell[i]!
    ]! += 1;

  return {
    provisionCount,
    stateRegion,
    summaries,
    byTagsAndProvision,
    byAssistanceAndProvision,
    bySubcategory: needsBy(subcategory),
    byTypes: needsBy(types),
    byTopics: needsBy(topics),
    stateCategory: statesBy(category, categoryCodes.length),
    stateProvision: statesBy(provision, provisionCount),
    stateTags: statesBy(tags, tagSetCount),
    stateTopics: statesBy(topics, topics.dictionary.texts.length),
    stateAssistance: statesBy(assistance, assistance.dictionary.texts.length),
  };
}
