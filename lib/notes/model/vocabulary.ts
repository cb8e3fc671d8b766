import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import type { NeedStatus } from '#lib/needs/fulfilment/vocabulary';

/** The statuses of an edition of the note, in their order. */
export const noteStatuses = ['drafting', 'under-review', 'frozen', 'published'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

/**
 * Whom an edition is for. `public`: it counts published summaries only; `group`: for the Group
 * alone, it counts every completed one.
 */
export const audiences = ['public', 'group'] as const;
export type Audience = (typeof audiences)[number];

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

/** Roles that people have on an edition before it is published. */
export const notePersonRoles = ['reads', 'translates', 'approves'] as const;
export type NotePersonRole = (typeof notePersonRoles)[number];

export const noteJobStatuses = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type NoteJobStatus = (typeof noteJobStatuses)[number];

/**
 * Units of counts. `mentions`: of types of capacity-building, of which a need may have several.
 */
export const countedUnits = ['needs', 'states', 'summaries', 'mentions'] as const;
export type CountedUnit = (typeof countedUnits)[number];

/** Dimensions of rankings and lists. A need counts under each of its articles. */
export const dimensions = [
  'region',
  'category',
  'article',
  'subcategory',
  'topic',
  'type',
] as const;
/** `target`: for whom the assistance is meant; in standard blocks only. */
export type Dimension = (typeof dimensions)[number] | 'target';

/**
 * Which needs a value counts, within the edition's chapters, cycle and cut-off. `since`: only those
 * of summaries completed after the previous note's cut-off.
 */
export type ValueFilter = Readonly<{
  regions?: readonly Region[];
  category?: Category;
  subcategory?: string;
  topic?: string;
  type?: string;
  tag?: string;
  /** Needs that have this article, alone or among others. */
  article?: string;
  /** Status by assistance, at the edition's revision. */
  status?: NeedStatus;
  /** Needs that an accepted match relates to assistance: met, being met, or planned for. */
  related?: true;
  /** A row of the matrix: needs with exactly these articles (`5`, `5;6`), or `general`. */
  row?: string;
  /** Needs that are meant for this group, among others. */
  target?: string;
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
/** Facts of the standing parts. */
export const standingFacts = [
  'agendaSymbol',
  'readSymbol',
  'sinceSession',
  'sinceHeld',
  'nextChapters',
  'nextSession',
] as const;
/**
 * The facts that texts can bind. `chaptersOf` and `chaptersTo` are the chapters as languages inflect
 * them: `du chapitre II`, `au chapitre II`. Writers choose among `editionFacts`.
 */
export type EditionFact =
  | (typeof editionFacts)[number]
  | (typeof standingFacts)[number]
  | 'chaptersOf'
  | 'chaptersTo';

/**
 * What the standing parts of a note name: the symbols of the annotated agenda and of the note to be
 * read with it, the session of the Conference since which assistance is reported, and the subject of
 * the next report with the session that a fuller one is for.
 */
export type StandingParts = Readonly<{
  agendaSymbol: string;
  readSymbol: string;
  sinceSession: number | null;
  nextChapters: readonly Chapter[];
  nextSession: number | null;
}>;

/** Units of assistance: activities, planned activities, distinct States, reported beneficiaries. */
export const assistanceUnits = ['activities', 'planned', 'states', 'beneficiaries'] as const;
export type AssistanceUnit = (typeof assistanceUnits)[number];

/** What a placeholder stands for. */
export type BoundValue =
  | Readonly<{ kind: 'count'; of: CountedUnit; in: ValueFilter }>
  /** Whole percentage, half up, of the same unit under `base` (or of `baseOf`). */
  | Readonly<{
      kind: 'share';
      of: CountedUnit;
      in: ValueFilter;
      base: ValueFilter;
      baseOf?: CountedUnit;
    }>
  /**
   * The members at places `from` to `to`, ranked by their needs. Ties share a place; a member without
   * needs has none.
   */
  | Readonly<{
      kind: 'ranking';
      over: Dimension;
      in: ValueFilter;
      order: 'most' | 'fewest';
      from: number;
      to: number;
      say: 'name' | 'count' | 'share' | 'both';
      /** Only these members; missing: all. */
      among?: readonly string[];
    }>
  /** The members with needs, or those without. */
  | Readonly<{ kind: 'list'; over: Dimension; in: ValueFilter; which: 'with' | 'without' }>
  /** The place of a member: 1 for the most. Ties share a place; without needs it has none. */
  | Readonly<{
      kind: 'place';
      over: Dimension;
      in: ValueFilter;
      item: string;
      order: 'most' | 'fewest';
    }>
  /** The count at the previous note's cut-off, or the change since; both at the same revision. */
  | Readonly<{ kind: 'previous'; of: CountedUnit; in: ValueFilter; as: 'before' | 'change' }>
  | Readonly<{ kind: 'assistance'; of: AssistanceUnit; theme?: string; since?: true }>
  /** The States assisted, by name. */
  | Readonly<{ kind: 'assisted'; theme?: string; since?: true }>
  /** The numbers reported of activities, or of planned ones: each as reported, never added up. */
  | Readonly<{ kind: 'reported'; theme?: string; since?: true; planned?: true }>
  /**
   * What the activities of a theme are described with, in the language: those of one paragraph, or
   * (`onwards`) also of the following ones.
   */
  | Readonly<{ kind: 'described'; theme: string; part: number; onwards?: true }>
  /** The titles of the articles that activities are about. */
  | Readonly<{ kind: 'subjects' }>
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
  /** A number typed by hand, with the reason. */
  | Readonly<{ kind: 'typed'; number: number; reason: string }>;
export type BoundValueKind = BoundValue['kind'];

/**
 * What a sentence asserts beside its numbers. A false claim prevents the edition from being frozen.
 */
export type Claim =
  /**
   * The item has this place in its dimension. `alone`: without a tie; `each`: within every member of
   * another dimension that has needs.
   */
  | Readonly<{
      kind: 'place';
      over: Dimension;
      in: ValueFilter;
      item: string;
      order: 'most' | 'fewest';
      place: number;
      alone: boolean;
      each?: Dimension;
    }>
  /** These items, in this order, have the most (or fewest); those in one group tie. */
  | Readonly<{
      kind: 'order';
      over: Dimension;
      in: ValueFilter;
      order: 'most' | 'fewest';
      groups: readonly (readonly string[])[];
    }>
  /**
   * The unrounded share is above (`more`), at least or below a percentage; `each`: within every member
   * of the dimension that has needs.
   */
  | Readonly<{
      kind: 'share';
      of: CountedUnit;
      in: ValueFilter;
      base: ValueFilter;
      baseOf?: CountedUnit;
      each?: Dimension;
      is: 'more' | 'least' | 'less';
      percent: number;
    }>
  /** These members have needs, and no others. */
  | Readonly<{ kind: 'only'; over: Dimension; in: ValueFilter; items: readonly string[] }>
  /**
   * The counts by article lie close together, or do not, without the members in the first `top` and
   * the last `low` places; `isEven` says what is close.
   */
  | Readonly<{
      kind: 'spread';
      in: ValueFilter;
      top: number;
      low: number;
      is: 'even' | 'uneven';
    }>
  /** The count is zero. */
  | Readonly<{ kind: 'none'; of: CountedUnit; in: ValueFilter }>
  /** No need of these has a topic. */
  | Readonly<{ kind: 'no-topic'; in: ValueFilter }>
  /** The count is greater than another one. */
  | Readonly<{ kind: 'greater'; of: CountedUnit; in: ValueFilter; than: ValueFilter }>
  /** Words that claim nothing of the counts, or that somebody vouches for, with the reason. */
  | Readonly<{ kind: 'released'; reason: string }>;
export type ClaimKind = Claim['kind'];

/** A number that is shown instead of the present count, and why. */
type HeldNumber = Readonly<{ number: number; reason: string }>;

/**
 * The text of a block in a language: an ICU message whose arguments are the block's values and whose
 * tags are its claims.
 */
export type BlockText = Readonly<{
  text: string;
  /** The text in the source language that it was translated from. */
  from?: string;
}>;

/** The table or figure that a block shows, by its name. */
export type Exhibit = Readonly<{ name: string; in: ValueFilter }>;

export type BlockContent = Readonly<{
  values: Readonly<Record<string, BoundValue>>;
  claims: Readonly<Record<string, Claim>>;
  texts: Readonly<Partial<Record<Locale, BlockText>>>;
  held?: Readonly<Record<string, HeldNumber>>;
  exhibit?: Exhibit;
}>;

/** A value as evaluated: its number, or the codes of its items with their numbers. */
export type EvaluatedValue = Readonly<{
  number?: number | null;
  items?: readonly Readonly<{
    code: string;
    n: number;
    /** Marks a reported number as a lower bound. */
    more?: true;
    /** The reference of the activity that the number was reported of. */
    activity?: string;
  }>[];
  /** The base of the shares of the items. */
  of?: number;
}>;

/**
 * Whether a code is a row of the matrix of these articles: one article, several in ascending order
 * (`5;6`), or `general` (or `general-II` for a chapter).
 */
export const isMatrixRow = (
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

/** Kinds of values that a writer can bind in the form; the others are in standard blocks only. */
export const bindableKinds = [
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
export const claimKinds = ['place', 'share', 'only', 'none', 'greater', 'released'] as const;
/** The base of a share: all needs, or those within part of the value's filter. */
export const shareBases = ['all', 'regions', 'category', 'regions-category'] as const;
export const shareComparisons = ['more', 'least', 'less'] as const;
