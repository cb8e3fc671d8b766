import type { Category } from '#lib/convention/categories';
import { categoryCodes } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';

/** A review as counting needs it. Dates are whole numbers (20230228), 0 where there is none. */
export type ReviewFacts = Readonly<{ id: string; stateId: string; region: Region; cycle: Cycle; completedOn: number; publishedOn: number }>;

/** The version of a need that counts. */
export type NeedFacts = Readonly<{ id: string; reviewId: string; chapter: Chapter; provision: string; category: Category; subcategory: string | null }>;

/** A growing column of whole numbers. */
class Column {
  values: Int32Array;
  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }
  set(row: number, value: number) {
    if (row >= this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[row] = value;
  }
}

/** Numbers texts in the order in which they are first met. */
class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** The counted needs as plain columns in memory: row `i` of each column is one need. Reviews are few and stay objects. */
export class Facts {
  revision = 0;
  size = 0;
  readonly reviews: ReviewFacts[] = [];
  readonly review = new Column();
  readonly category = new Column();
  readonly subcategory = new Column();
  readonly provision = new Column();
  readonly subcategories = new Dictionary();
  /** `II 5;6`, `II general`: a row of a matrix with its chapter. */
  readonly provisions = new Dictionary();
  readonly #reviewRows = new Map<string, number>();
  readonly #needRows = new Map<string, number>();
  readonly #ids: string[] = [];

  putReview(facts: ReviewFacts) {
    const row = this.#reviewRows.get(facts.id) ?? this.reviews.length;
    this.reviews[row] = facts;
    this.#reviewRows.set(facts.id, row);
  }

  putNeed(facts: NeedFacts) {
    const row = this.#needRows.get(facts.id) ?? this.size++;
    this.#needRows.set(facts.id, row);
    this.#ids[row] = facts.id;
    this.review.set(row, this.#reviewRows.get(facts.reviewId)!);
    this.category.set(row, categoryCodes.indexOf(facts.category));
    this.subcategory.set(row, this.subcategories.code(facts.subcategory ?? ''));
    this.provision.set(row, this.provisions.code(`${facts.chapter} ${facts.provision}`));
  }

  /** Takes a need out; the last row moves into its place. */
  dropNeed(id: string) {
    const row = this.#needRows.get(id);
    if (row === undefined) return;
    const last = this.size - 1;
    for (const { values } of [this.review, this.category, this.subcategory, this.provision]) values[row] = values[last]!;
    const moved = this.#ids[last]!;
    this.#ids[row] = moved;
    this.#needRows.set(moved, row);
    this.#needRows.delete(id);
    this.#ids.length = last;
    this.size = last;
  }
}
