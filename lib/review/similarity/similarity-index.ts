import type { Locale } from '#lib/convention/names';
import { gramBuckets, hashedNgrams } from '#lib/review/similarity/ngrams';

/** A text is represented by its first n-grams, some 400 letters, in at most 1.3 kB. */
const maxGrams = 320;

export type IndexedText = Readonly<{ reviewId: string; language: Locale | null }>;
type IndexRow = IndexedText & { from: number; readonly length: number; readonly since: number };
type SearchResult = Readonly<{ id: string; likeness: number }>;

/**
 * An index of texts as n-grams in one flat array. A search goes over it once and computes the
 * cosine similarity, with each n-gram weighted by its inverse document frequency
 * among the texts that everybody may read: no likeness, and so no order and no number of results,
 * depends on a text that the reader does not see.
 */
export class SimilarityIndex {
  revision = 0;
  readonly #rows = new Map<string, IndexRow>();
  #grams = new Int32Array(1 << 14);
  #end = 0;
  #liveGrams = 0;
  readonly #frequency = new Int32Array(gramBuckets);
  readonly #weight = new Float32Array(gramBuckets);
  #weightsCurrent = false;
  readonly #inQuery = new Uint8Array(gramBuckets);
  readonly #maxTexts: number;
  /** The texts of each review, the oldest first. */
  readonly #ofReview = new Map<string, Set<string>>();
  /** The reviews whose texts make the weights; null: all. */
  #openReviews: ReadonlySet<string> | null = null;
  #openTexts = 0;

  /** Keeps the `maxTexts` texts of each review that were put last. */
  constructor(maxTexts: number) {
    this.#maxTexts = maxTexts;
  }

  /** Says which reviews everybody may read. */
  openReviews(reviews: ReadonlySet<string>) {
    const before = this.#openReviews;
    if (before && before.size === reviews.size && [...reviews].every((id) => before.has(id)))
      return;
    this.#openReviews = reviews;
    this.#openTexts = 0;
    this.#frequency.fill(0);
    for (const row of this.#rows.values()) this.#weigh(row, 1);
  }

  /** Whether a text is here that has counted since this revision. */
  hasSince(id: string, since: number): boolean {
    return this.#rows.get(id)?.since === since;
  }

  /** Counts the n-grams of a text that everybody may read, or takes them off again. */
  #weigh({ reviewId, from, length }: IndexRow, by: 1 | -1) {
    if (this.#openReviews && !this.#openReviews.has(reviewId)) return;
    for (const gram of this.#grams.subarray(from, from + length)) this.#frequency[gram]! += by;
    this.#openTexts += by;
    this.#weightsCurrent = false;
  }

  get size(): number {
    return this.#rows.size;
  }

  put(id: string, text: string, { reviewId, language }: IndexedText, since = 0) {
    this.drop(id);
    const grams = hashedNgrams(text, maxGrams);
    if (grams.length === 0) return;
    this.#ensureCapacity(grams.length);
    this.#grams.set(grams, this.#end);
    const row = { reviewId, language, since, from: this.#end, length: grams.length };
    this.#rows.set(id, row);
    this.#end += grams.length;
    this.#liveGrams += grams.length;
    this.#weigh(row, 1);
    const texts = this.#ofReview.get(reviewId) ?? new Set();
    this.#ofReview.set(reviewId, texts.add(id));
    const [oldest] = texts;
    if (texts.size > this.#maxTexts && oldest !== undefined) this.drop(oldest);
  }

  drop(id: string) {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#weigh(row, -1);
    this.#rows.delete(id);
    this.#ofReview.get(row.reviewId)?.delete(id);
    this.#liveGrams -= row.length;
  }

  /**
   * The `limit` most similar texts with a similarity of at least `from`, among those that `accepts`
   * allows.
   */
  search(
    text: string,
    {
      limit,
      from,
      accepts,
    }: { limit: number; from: number; accepts: (row: IndexedText, id: string) => boolean },
  ): SearchResult[] {
    const grams = hashedNgrams(text, maxGrams);
    const weight = this.#weights();
    let queryWeight = 0;
    for (const gram of grams) {
      this.#inQuery[gram] = 1;
      queryWeight += weight[gram]!;
    }
    const results: SearchResult[] = [];
    for (const [id, row] of this.#rows) {
      if (!accepts(row, id)) continue;
      const least = results.length === limit ? Math.max(from, results[limit - 1]!.likeness) : from;
      const similarity = this.#similarity(row, queryWeight, least);
      if (similarity === null) continue;
      results.push({ id, likeness: similarity });
      results.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).splice(limit);
    }
    for (const gram of grams) this.#inQuery[gram] = 0;
    return results;
  }

  /**
   * Null if the similarity is below `from`. The shared weight alone bounds it, so most rows need no
   * second loop.
   */
  #similarity({ from: first, length }: IndexRow, queryWeight: number, from: number): number | null {
    const grams = this.#grams;
    const weight = this.#weight;
    const inQuery = this.#inQuery;
    const end = first + length;
    let sharedWeight = 0;
    for (let at = first; at < end; at += 1)
      if (inQuery[grams[at]!] === 1) sharedWeight += weight[grams[at]!]!;
    if (sharedWeight === 0 || sharedWeight < from * from * queryWeight) return null;
    let rowWeight = 0;
    for (let at = first; at < end; at += 1) rowWeight += weight[grams[at]!]!;
    const similarity = sharedWeight / Math.sqrt(queryWeight * rowWeight);
    return similarity < from ? null : similarity;
  }

  /** The squared weights of the n-grams, from which both dot product and norms are computed. */
  #weights(): Float32Array {
    if (!this.#weightsCurrent)
      this.#frequency.forEach((texts, gram) => {
        this.#weight[gram] = Math.log(1 + (this.#openTexts + 1) / (texts + 0.5)) ** 2;
      });
    this.#weightsCurrent = true;
    return this.#weight;
  }

  /** Compacts the array after many removals, or grows it by a quarter if that is not enough. */
  #ensureCapacity(extra: number) {
    if (this.#end + extra <= this.#grams.length) return;
    const isCrowded = this.#liveGrams > 0.8 * this.#grams.length;
    const compacted = new Int32Array(
      isCrowded ? Math.ceil(1.25 * this.#grams.length) : this.#grams.length,
    );
    let used = 0;
    for (const row of this.#rows.values()) {
      compacted.set(this.#grams.subarray(row.from, row.from + row.length), used);
      row.from = used;
      used += row.length;
    }
    this.#grams = compacted;
    this.#end = used;
  }
}
