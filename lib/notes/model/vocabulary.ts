import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import type { NeedStatus } from '#lib/needs/met/vocabulary';

/** The steps of an edition of the note. */
export const noteStatuses = ['drafting', 'under-review', 'frozen', 'published'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

export const blockKinds = [
  'summary',
  'heading-1',
  'heading-2',
  'heading-3',
  'paragraph',
  'item',
  'table',
  'figure',
  'footnote',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const documentFormats = ['docx', 'pdf', 'html', 'txt'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What someone who is named on an edition may do with it before it is published. */
export const notePersonRoles = ['reads', 'translates', 'approves'] as const;
export type NotePersonRole = (typeof notePersonRoles)[number];

export const noteJobStatuses = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type NoteJobStatus = (typeof noteJobStatuses)[number];

/**
 * What a number is counted of. Mentions: of types of capacity-building, of which a need may have
 * several.
 */
export const countedUnits = ['needs', 'states', 'summaries', 'mentions'] as const;
export type CountedUnit = (typeof countedUnits)[number];

/**
 * What is put into an order or a list. Articles are counted by article: a need counts under each of
 * its own.
 */
export const dimensions = [
  'region',
  'category',
  'article',
  'subcategory',
  'topic',
  'type',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * Which needs, beside the edition's chapters, cycle and cut-off. `since`: of summaries completed
 * after the previous note's cut-off.
 */
export type Narrowing = Readonly<{
  regions?: readonly Region[];
  category?: Category;
  subcategory?: string;
  topic?: string;
  type?: string;
  tag?: string;
  /** An article: needs that have it among theirs. */
  article?: string;
  /** What assistance makes of the needs, as it stands at the edition's revision. */
  status?: NeedStatus;
  /** A row of the matrix: needs that have this article and no other, `5;6`, or `general`. */
  row?: string;
  since?: true;
}>;

export const editionFacts = [
  'cutoff',
  'previousCutoff',
  'symbol',
  'previousSymbol',
  'session',
  'cycle',
  'chapters',
  'agendaItem',
] as const;
export type EditionFact = (typeof editionFacts)[number];

/**
 * What assistance is counted of: activities, those that are planned, States assisted (distinct), or
 * the beneficiaries that were reported.
 */
export const assistanceUnits = ['activities', 'planned', 'states', 'beneficiaries'] as const;
export type AssistanceUnit = (typeof assistanceUnits)[number];

/** What a placeholder stands for. */
export type Value =
  | Readonly<{ kind: 'count'; of: CountedUnit; in: Narrowing }>
  /** Whole percentage, half up, of the same unit under `base` (or of `baseOf`). */
  | Readonly<{
      kind: 'share';
      of: CountedUnit;
      in: Narrowing;
      base: Narrowing;
      baseOf?: CountedUnit;
    }>
  /**
   * The members of places `from` to `to` in the order of their needs, or States; those that tie
   * share a place. A member without a need has none.
   */
  | Readonly<{
      kind: 'ranking';
      over: Dimension;
      in: Narrowing;
      order: 'most' | 'fewest';
      from: number;
      to: number;
      say: 'name' | 'count' | 'share' | 'both';
    }>
  /** The members with needs, or without. */
  | Readonly<{ kind: 'list'; over: Dimension; in: Narrowing; which: 'with' | 'without' }>
  /**
   * Which place a member has: 1 for the most; those that tie share one. Without a need it has none.
   */
  | Readonly<{
      kind: 'place';
      over: Dimension;
      in: Narrowing;
      item: string;
      order: 'most' | 'fewest';
    }>
  /** At the previous note's cut-off, or by how much it changed since; both of the same revision. */
  | Readonly<{ kind: 'previous'; of: CountedUnit; in: Narrowing; as: 'before' | 'change' }>
  | Readonly<{ kind: 'assistance'; of: AssistanceUnit; theme?: string; since?: true }>
  /** The States assisted, by name. */
  | Readonly<{ kind: 'assisted'; theme?: string; since?: true }>
  /**
   * The numbers that were reported of the activities under way and completed, or of those planned:
   * each as it was reported, never added up.
   */
  | Readonly<{ kind: 'reported'; theme?: string; since?: true; planned?: true }>
  | Readonly<{ kind: 'edition'; fact: EditionFact }>
  /** The name of a member of a vocabulary, in the language. */
  | Readonly<{ kind: 'name'; of: Dimension; code: string; long?: boolean }>
  /** The names of some regional groups, as a list. */
  | Readonly<{ kind: 'groups'; regions: readonly Region[] }>
  /** The name of a theme of assistance. */
  | Readonly<{ kind: 'theme'; code: string }>
  /** Number of a figure, table, paragraph or heading. */
  | Readonly<{ kind: 'reference'; to: string }>
  | Readonly<{ kind: 'footnote'; key: string }>
  /** A number that no count gives: typed by hand, with the reason. */
  | Readonly<{ kind: 'typed'; number: number; reason: string }>;
export type ValueKind = Value['kind'];

/**
 * What a sentence claims beside its numbers. A claim that does not hold keeps the edition from
 * being frozen.
 */
export type Claim =
  /**
   * The item has this place among all of the dimension; `alone`: shared with none; `each`: in every
   * member of another dimension that has needs.
   */
  | Readonly<{
      kind: 'place';
      over: Dimension;
      in: Narrowing;
      item: string;
      order: 'most' | 'fewest';
      place: number;
      alone: boolean;
      each?: Dimension;
    }>
  /**
   * These items, in this order, have the most (or fewest); what stands in one group has equal
   * numbers.
   */
  | Readonly<{
      kind: 'order';
      over: Dimension;
      in: Narrowing;
      order: 'most' | 'fewest';
      groups: readonly (readonly string[])[];
    }>
  /**
   * The share is above (`more`), at least or below a percentage, exactly counted; `each`: in every
   * member of the dimension that has needs.
   */
  | Readonly<{
      kind: 'share';
      of: CountedUnit;
      in: Narrowing;
      base: Narrowing;
      baseOf?: CountedUnit;
      each?: Dimension;
      is: 'more' | 'least' | 'less';
      percent: number;
    }>
  /** Exactly these members have needs. */
  | Readonly<{ kind: 'only'; over: Dimension; in: Narrowing; items: readonly string[] }>
  /** There is none of it. */
  | Readonly<{ kind: 'none'; of: CountedUnit; in: Narrowing }>
  /** More than of something else. */
  | Readonly<{ kind: 'greater'; of: CountedUnit; in: Narrowing; than: Narrowing }>;
export type ClaimKind = Claim['kind'];

/** A number held as it was: what is shown instead of the present one, and why. */
export type Held = Readonly<{ number: number; reason: string }>;

/**
 * A text of a block in a language: an ICU message whose arguments are the block's values and whose
 * tags are its claims.
 */
export type BlockText = Readonly<{
  text: string;
  /** The text in the source language that it was translated from. */ from?: string;
}>;

/** What a table or figure shows: one of the register's own, by its name. */
export type Exhibit = Readonly<{ name: string; in: Narrowing }>;

export type BlockContent = Readonly<{
  values: Readonly<Record<string, Value>>;
  claims: Readonly<Record<string, Claim>>;
  texts: Readonly<Partial<Record<Locale, BlockText>>>;
  held?: Readonly<Record<string, Held>>;
  exhibit?: Exhibit;
}>;

/** A value as it stood: its number, or the codes that it named with their numbers. */
export type Shown = Readonly<{
  number?: number | null;
  items?: readonly Readonly<{
    code: string;
    n: number;
    /** Of a reported number: that it is a lower bound, and the reference of the activity. */ more?: true;
    activity?: string;
  }>[];
  /** What the shares of the items are of. */ of?: number;
}>;

/**
 * Whether a text is a row of the matrix of these articles: one of them, several ascending (`5;6`),
 * or `general` (of a chapter, where there are several).
 */
export const isPartOfRow = (
  row: string,
  articles: readonly string[],
  chapters: readonly string[],
): boolean => {
  const parts = row.split(';');
  return (
    row === 'general' ||
    chapters.some((chapter) => row === `general-${chapter}`) ||
    parts.every(
      (part, at) => articles.includes(part) && (at === 0 || Number(part) > Number(parts[at - 1])),
    )
  );
};

/**
 * What a writer can bind to a block through the palette. Names of terms, States and references come
 * with other kinds of blocks.
 */
export const boundKinds = [
  'count',
  'share',
  'ranking',
  'list',
  'previous',
  'place',
  'assistance',
  'assisted',
  'reported',
  'edition',
  'name',
  'reference',
  'typed',
] as const;
export const claimKinds = ['place', 'share', 'only', 'none', 'greater'] as const;
/** What a share is of: everything, or what keeps some of the narrowing. */
export const bases = ['all', 'regions', 'category', 'regions-category'] as const;
export const comparedWith = ['more', 'least', 'less'] as const;
