import { foldText } from '#lib/text/folding';

/**
 * N-grams are hashed to this many bits: the tables have a fixed size, and a rare collision only
 * blurs.
 */
const bits = 18;
export const gramBuckets = 1 << bits;

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function hashOf(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> bits)) & (gramBuckets - 1);
}

/**
 * The first `max` distinct n-grams of a text, hashed: three letters including word boundaries,
 * which fits every alphabet, or two ideographs where words are written without spaces.
 */
export function hashedNgrams(text: string, max = Infinity): Int32Array {
  const normalised = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const [letters, length] = ideographs.test(normalised)
    ? [normalised.replaceAll(' ', ''), 2]
    : [` ${normalised} `, 3];
  const grams = new Set<number>();
  for (let at = 0; at + length <= letters.length && grams.size < max; at += 1)
    grams.add(hashOf(letters, at, at + length));
  return Int32Array.from(grams);
}

/** The cosine similarity of two sets of n-grams, unweighted, from 0 to 1. */
export function cosineSimilarity(one: Int32Array, other: Int32Array): number {
  if (one.length === 0 || other.length === 0) return 0;
  const inOne = new Set(one);
  return other.filter((gram) => inOne.has(gram)).length / Math.sqrt(one.length * other.length);
}
