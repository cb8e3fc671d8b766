import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { dateToNumber } from '#lib/text/dates';
import { noAssistance, type NeedAssistance } from '#lib/needs/fulfilment/status';

/** A review for counting. Dates are whole numbers (20230228), 0 where there is none. */
export type ReviewFacts = Readonly<{
  id: string;
  stateId: string;
  region: Region;
  cycle: Cycle;
  completedOn: number;
  publishedOn: number;
}>;

/** The counting version of a need. */
export type NeedFacts = Readonly<{
  id: string;
  reviewId: string;
  chapter: Chapter;
  provision: string;
  category: Category;
  subcategory: string | null;
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  targetGroups?: readonly string[];
  /** 1 to 999; 0 or missing where the State gave none. */
  priority?: number | null;
  /** Its assistance status from its matches; missing where there are none. */
  assistance?: NeedAssistance;
}>;

/** The codes in force at the revision, in the order of the vocabulary. */
export type CountedVocabulary = Readonly<{
  subcategories: readonly Readonly<{ code: string; category: Category }>[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
}>;

/** Maps a code to another vocabulary, for all needs or for one. */
type MapCode = (code: string, id?: string) => string;

/** A column of integers that grows as needed. */
class Column {
  values = new Int32Array(1024);
  set(row: number, value: number) {
    if (row >= this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[row] = value;
  }
}

/** Numbers texts in the order of their first occurrence. */
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

/** A column of texts stored as numbers: a subcategory, a provision, a set of tags (`a;b`). */
class CodedColumn extends Column {
  readonly dictionary = new Dictionary();
  put(row: number, text: string) {
    this.set(row, this.dictionary.code(text));
  }
}

/**
 * The counted needs as plain columns in memory: row `i` of each column is one need. Reviews are few
 * and stay objects.
 */
export class Facts {
  revision = 0;
  size = 0;
  vocabulary: CountedVocabulary = { subcategories: [], types: [], tags: [], topics: [] };
  readonly reviews: ReviewFacts[] = [];
  readonly review = new Column();
  readonly category = new Column();
  readonly subcategory = new CodedColumn();
  /** The chapter and the matrix row: `II 5;6`, `II general`. */
  readonly provision = new CodedColumn();
  readonly types = new CodedColumn();
  readonly tags = new CodedColumn();
  readonly topics = new CodedColumn();
  readonly targetGroups = new CodedColumn();
  readonly priority = new Column();
  /** The status and the claims of the State: `current awaiting;disputed`. */
  readonly assistance = new CodedColumn();
  /** Since when the need is unmet again, as a whole number; 0 where it always was, or is not. */
  readonly unmetSince = new Column();
  readonly #reviewRows = new Map<string, number>();
  readonly #needRows = new Map<string, number>();
  readonly #ids: string[] = [];

  putReview(facts: ReviewFacts) {
    const row = this.#reviewRows.get(facts.id) ?? this.reviews.length;
    this.reviews[row] = facts;
    this.#reviewRows.set(facts.id, row);
  }

  putNeed(facts: NeedFacts) {
    const review = this.#reviewRows.get(facts.reviewId);
    if (review === undefined)
      throw new Error(`need ${facts.id} counts, but its review is not among the facts`);
    const row = this.#needRows.get(facts.id) ?? this.size++;
    this.#needRows.set(facts.id, row);
    this.#ids[row] = facts.id;
    this.review.set(row, review);
    this.category.set(row, categoryCodes.indexOf(facts.category));
    this.subcategory.put(row, facts.subcategory ?? '');
    this.provision.put(row, `${facts.chapter} ${facts.provision}`);
    this.types.put(row, facts.types.join(';'));
    this.tags.put(row, facts.tags.join(';'));
    this.topics.put(row, facts.topics.join(';'));
    this.targetGroups.put(row, (facts.targetGroups ?? []).join(';'));
    this.priority.set(row, facts.priority ?? 0);
    this.putAssistance(facts.id, facts.assistance ?? noAssistance);
  }

  /** Sets the assistance status of a need; does nothing where the need does not count. */
  putAssistance(id: string, { status, claims, unmetSince }: NeedAssistance) {
    const row = this.#needRows.get(id);
    if (row === undefined) return;
    this.assistance.put(row, `${status} ${claims.join(';')}`);
    this.unmetSince.set(row, unmetSince ? dateToNumber(unmetSince.slice(0, 10)) : 0);
  }

  /** Removes a need; the last row moves to its place. */
  dropNeed(id: string) {
    const row = this.#needRows.get(id);
    if (row === undefined) return;
    const last = this.size - 1;
    for (const { values } of [
      this.review,
      this.category,
      this.subcategory,
      this.provision,
      this.types,
      this.tags,
      this.topics,
      this.targetGroups,
      this.priority,
      this.assistance,
      this.unmetSince,
    ])
      values[row] = values[last]!;
    const moved = this.#ids[last]!;
    this.#ids[row] = moved;
    this.#needRows.set(moved, row);
    this.#needRows.delete(id);
    this.#ids.length = last;
    this.size = last;
  }

  /**
   * Returns a counted need as texts: its review, category, subcategory, provision, types, tags,
   * topics, target groups, priority, assistance and since when it is unmet again; undefined if it
   * does not count.
   */
  needAsTexts(id: string): readonly string[] | undefined {
    const row = this.#needRows.get(id);
    if (row === undefined) return undefined;
    const of = (column: CodedColumn) => column.dictionary.texts[column.values[row]!]!;
    return [
      this.reviews[this.review.values[row]!]!.id,
      categoryCodes[this.category.values[row]!]!,
      ...[
        this.subcategory,
        this.provision,
        this.types,
        this.tags,
        this.topics,
        this.targetGroups,
      ].map(of),
      String(this.priority.values[row]!),
      of(this.assistance),
      String(this.unmetSince.values[row]!),
    ];
  }

  /**
   * Returns the needs mapped to another vocabulary: the affected columns are new, all others are
   * shared. `ids` are the needs with a mapping of their own. Count the result at once, before the
   * next change of these facts.
   */
  mapVocabulary(
    vocabulary: CountedVocabulary,
    mappers: Readonly<Record<'subcategory' | 'tags' | 'topics', MapCode>>,
    ids: ReadonlySet<string>,
  ): Facts {
    const { revision, size, reviews, review, category, provision, types } = this;
    const { targetGroups, priority, assistance, unmetSince } = this;
    return Object.assign(new Facts(), {
      revision,
      size,
      reviews,
      review,
      category,
      provision,
      types,
      targetGroups,
      priority,
      assistance,
      unmetSince,
      vocabulary,
      subcategory: this.#mapColumn(this.subcategory, mappers.subcategory, ids),
      tags: this.#mapColumn(this.tags, mappers.tags, ids),
      topics: this.#mapColumn(this.topics, mappers.topics, ids),
    });
  }

  #mapColumn(column: CodedColumn, mapCode: MapCode, ids: ReadonlySet<string>): CodedColumn {
    const { texts } = column.dictionary;
    const mapped = new CodedColumn();
    const mapSet = (text: string, id?: string) => {
      const codes = text.split(';').filter(Boolean);
      return [...new Set(codes.map((code) => mapCode(code, id)))].join(';');
    };
    const codes = texts.map((text) => mapped.dictionary.code(mapSet(text)));
    mapped.values = column.values.map((code) => codes[code] ?? 0);
    for (const id of ids) {
      const row = this.#needRows.get(id);
      if (row !== undefined) mapped.put(row, mapSet(texts[column.values[row]!]!, id));
    }
    return mapped;
  }

  /** The id of the need in a row. */
  idOf(row: number): string {
    return this.#ids[row]!;
  }

  /** Iterates over all needs as texts, by id, for comparing two sets of facts. */
  *needsAsTexts(): Generator<readonly string[]> {
    for (const id of [...this.#needRows.keys()].sort()) yield [id, ...this.needAsTexts(id)!];
  }
}
