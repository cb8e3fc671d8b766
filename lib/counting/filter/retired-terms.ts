import { categoryCodes } from '#lib/convention/categories';
import type { CountedVocabulary, Facts } from '#lib/counting/facts/facts';
import { splitSet } from '#lib/counting/filter/filter';
import type { RawParameters } from '#lib/counting/filter/parameters';

type Column = 'subcategory' | 'types' | 'tags' | 'topics';

/** Returns the first row with a code, or -1. Only called for codes that are not in force. */
function rowWithCode(facts: Facts, column: Column, code: string): number {
  const {
    dictionary: { texts },
    values,
  } = facts[column];
  const hasCode = Uint8Array.from(texts, (text) => (splitSet(text).includes(code) ? 1 : 0));
  return hasCode.includes(1)
    ? values.subarray(0, facts.size).findIndex((value) => hasCode[value] === 1)
    : -1;
}

/**
 * Returns the vocabulary for parsing a query: the terms in force, and retired terms in the query
 * that counted needs still have.
 */
export function vocabularyForQuery(facts: Facts, sent: RawParameters): CountedVocabulary {
  const requiredCodes = sent.with?.split(',').map((part) => part.split(':', 2)) ?? [];
  const retiredTerms = (
    name: 'subcategory' | 'type' | 'tag' | 'topic',
    column: Column,
    codesInForce: readonly string[],
  ) => {
    const codesInQuery = new Set([
      ...(sent[name]?.split(',') ?? []),
      ...requiredCodes.flatMap(([of, code]) => (of === name && code ? [code] : [])),
    ]);
    return [...codesInQuery]
      .filter((code) => !codesInForce.includes(code))
      .sort()
      .map((code) => ({ code, row: rowWithCode(facts, column, code) }))
      .filter(({ row }) => row >= 0);
  };
  const { subcategories, types, tags, topics } = facts.vocabulary;
  const codes = (terms: readonly { code: string }[]) => terms.map(({ code }) => code);
  return {
    subcategories: [
      ...subcategories,
      ...retiredTerms('subcategory', 'subcategory', codes(subcategories)).map(({ code, row }) => ({
        code,
        category: categoryCodes[facts.category.values[row]!]!,
      })),
    ],
    types: [...types, ...codes(retiredTerms('type', 'types', types))],
    tags: [...tags, ...codes(retiredTerms('tag', 'tags', tags))],
    topics: [...topics, ...codes(retiredTerms('topic', 'topics', topics))],
  };
}
