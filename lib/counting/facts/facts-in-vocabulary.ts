import 'server-only';
import type { Facts } from '#lib/counting/facts/facts';
import { vocabularyAt } from '#lib/counting/facts/load';
import { termChanges } from '#lib/needs/terms/changes';
import { codeMapper } from '#lib/needs/terms/code-mapping';

/**
 * Returns the facts mapped to the vocabulary of a date, by the changes known at their revision;
 * unchanged without a date.
 */
export async function mapToVocabulary(facts: Facts, date: string | null): Promise<Facts> {
  while (date !== null) {
    const { revision } = facts;
    const changes = await termChanges(revision);
    const later = changes.find(({ decidedOn }) => decidedOn > date);
    const vocabulary = later ? await vocabularyAt(later.seq - 1) : facts.vocabulary;
    // Another change may have been applied to the facts meanwhile.
    if (facts.revision !== revision) continue;
    const ids = new Set(changes.flatMap(({ needs }) => [...needs.keys()]));
    return facts.mapVocabulary(
      vocabulary,
      {
        subcategory: codeMapper(changes, 'subcategory', date),
        tags: codeMapper(changes, 'tag', date),
        topics: codeMapper(changes, 'topic', date),
      },
      ids,
    );
  }
  return facts;
}
