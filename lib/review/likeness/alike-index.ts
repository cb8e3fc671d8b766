import type { Locale } from '#lib/convention/names';
import { gramNumbers, gramsOf } from '#lib/review/likeness/grams';

/**
 * A text counts by its first so many runs, some 400 letters, so that none takes more than 1.3 kB.
 */
const mostGrams = 320;

export type Compared = Readonly<{ reviewId: string; language: Locale | null }>;
type Row = Compared & { from: number; readonly length: number };
type Alike = Readonly<{ id: string; likeness: number }>;

/**
 * Texts as runs of letters, all in one long row of numbers. A question goes over it once: cosine,
 * each run weighted by how
 * rare it is (inverse document frequency) among the texts of the moment.
 */
export class AlikeIndex {
  revision = 0;
  readonly #rows = new Map<string, Row>();
  #runs = new Int32Array(1 << 14);
  #used = 0;
  #live = 0;
  readonly #frequency = new Int32Array(gramNumbers);
  readonly #weight = new Float32Array(gramNumbers);
  #weighed = false;
  readonly #asked = new Uint8Array(gramNumbers);
  readonly #most: number;

  /** Keeps the `most` texts that were put last. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#rows.size;
  }

  put(id: string, text: string, { reviewId, language }: Compared) {
    this.drop(id);
    const grams = gramsOf(text, mostGrams);
    if (grams.length === 0) return;
    this.#makeRoom(grams.length);
    this.#runs.set(grams, this.#used);
    for (const gram of grams) this.#frequency[gram]! += 1;
    this.#rows.set(id, { reviewId, language, from: this.#used, length: grams.length });
    this.#used += grams.length;
    this.#live += grams.length;
    this.#weighed = false;
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > this.#most && oldest !== undefined) this.drop(oldest);
  }

  drop(id: string) {
    const row = this.#rows.get(id);
    if (!row) return;
    for (const gram of this.#runs.subarray(row.from, row.from + row.length))
      this.#frequency[gram]! -= 1;
    this.#rows.delete(id);
    this.#live -= row.length;
    this.#weighed = false;
  }

  /**
   * The `limit` texts that read most alike, from a likeness of `from` on, among those that `takes`
   * lets in.
   */
  search(
    text: string,
    {
      limit,
      from,
      takes,
    }: { limit: number; from: number; takes: (row: Compared, id: string) => boolean },
  ): Alike[] {
    const grams = gramsOf(text, mostGrams);
    const weight = this.#weights();
    let own = 0;
    for (const gram of grams) {
      this.#asked[gram] = 1;
      own += weight[gram]!;
    }
    const found: Alike[] = [];
    for (const [id, row] of this.#rows) {
      if (!takes(row, id)) continue;
      const alike = this.#likeness(
        row,
        own,
        found.length === limit ? Math.max(from, found[limit - 1]!.likeness) : from,
      );
      if (alike === null) continue;
      found.push({ id, likeness: alike });
      found.sort((a, b) => b.likeness - a.likeness).splice(limit);
    }
    for (const gram of grams) this.#asked[gram] = 0;
    return found;
  }

  /**
   * Null where it stays below `from`. A text is never more alike than what it shares allows, so
   * most need no second look.
   */
  #likeness({ from: first, length }: Row, own: number, from: number): number | null {
    const [runs, weight, asked, end] = [this.#runs, this.#weight, this.#asked, first + length];
    let shared = 0;
    for (let at = first; at < end; at += 1)
      if (asked[runs[at]!] === 1) shared += weight[runs[at]!]!;
    if (shared === 0 || shared < from * from * own) return null;
    let whole = 0;
    for (let at = first; at < end; at += 1) whole += weight[runs[at]!]!;
    const alike = shared / Math.sqrt(own * whole);
    return alike < from ? null : alike;
  }

  /** The squared weight of each run, by which both the product and the norms are made. */
  #weights(): Float32Array {
    if (!this.#weighed)
      this.#frequency.forEach((texts, gram) => {
        this.#weight[gram] = Math.log(1 + this.size / (texts + 0.5)) ** 2;
      });
    this.#weighed = true;
    return this.#weight;
  }

  /**
   * Moves what is still wanted together where much has been dropped, and grows by a quarter where
   * that is not enough.
   */
  #makeRoom(more: number) {
    if (this.#used + more <= this.#runs.length) return;
    const crowded = this.#live > 0.8 * this.#runs.length;
    const roomier = new Int32Array(
      crowded ? Math.ceil(1.25 * this.#runs.length) : this.#runs.length,
    );
    let used = 0;
    for (const row of this.#rows.values()) {
      roomier.set(this.#runs.subarray(row.from, row.from + row.length), used);
      row.from = used;
      used += row.length;
    }
    this.#runs = roomier;
    this.#used = used;
  }
}
