import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import type {
  BlockKind,
  Claim,
  CountedUnit,
  Dimension,
  EditionFact,
  Exhibit,
  ValueFilter,
  BoundValue,
} from '#lib/notes/model/vocabulary';

/** A standard block; `text` is the key of its texts in `lib/notes/outline/<language>.json`. */
export type StandardBlock = Readonly<{
  key: string;
  kind: BlockKind;
  text: string;
  values?: Readonly<Record<string, BoundValue>>;
  claims?: Readonly<Record<string, Claim>>;
  exhibit?: Exhibit;
}>;

/**
 * What the outline depends on: present counts decide the order of the categories and which regional
 * groups are analysed in detail.
 */
export type OutlineContext = Readonly<{
  reading: NoteCounts;
  chapters: readonly Chapter[];
  /** In descending order of their needs. */
  categories: readonly Category[];
  /** Regional groups with enough States with needs for a detailed analysis; those with fewer. */
  detailedRegions: readonly Region[];
  regionsWithFew: readonly Region[];
  /** The themes of assistance. */
  themes: readonly string[];
}>;

export const countValue = (of: CountedUnit, filter: ValueFilter = {}): BoundValue => ({
  kind: 'count',
  of,
  in: filter,
});
export const shareValue = (
  of: CountedUnit,
  filter: ValueFilter,
  base: ValueFilter = {},
  baseOf?: CountedUnit,
): BoundValue => ({ kind: 'share', of, in: filter, base, ...(baseOf && { baseOf }) });
export const rankingValue = (
  over: Dimension,
  filter: ValueFilter,
  to: number,
  say: 'name' | 'count' | 'share' | 'both',
  order: 'most' | 'fewest' = 'most',
): BoundValue => ({ kind: 'ranking', over, in: filter, order, from: 1, to, say });
/** A ranking from a later place on, or of some members alone. */
export const partOfRanking = (
  over: Dimension,
  filter: ValueFilter,
  say: 'name' | 'count' | 'share' | 'both',
  part: Readonly<{ from?: number; to?: number; among?: readonly string[] }>,
): BoundValue => ({
  kind: 'ranking',
  over,
  in: filter,
  order: 'most',
  from: 1,
  to: 99,
  say,
  ...part,
});
export const factValue = (name: EditionFact): BoundValue => ({ kind: 'edition', fact: name });
/** The chapters, as each language inflects them; what no language uses is not bound. */
export const chaptersValue = {
  chapters: factValue('chapters'),
  chaptersOf: factValue('chaptersOf'),
  chaptersTo: factValue('chaptersTo'),
} as const;
export const nameValue = (of: Dimension, code: string): BoundValue => ({ kind: 'name', of, code });
export const referenceValue = (key: string): BoundValue => ({ kind: 'reference', to: key });
/** The names of some regional groups, as a list. */
export const groupsValue = (regions: readonly Region[]): BoundValue => ({
  kind: 'groups',
  regions,
});

export const headingBlock = (
  level: 1 | 2 | 3,
  key: string,
  text = `heading.${key}`,
  values?: StandardBlock['values'],
): StandardBlock => ({ key, kind: `heading-${level}`, text, ...(values && { values }) });
export const paragraphBlock = (
  key: string,
  values: StandardBlock['values'] = {},
  text = key,
  claims?: StandardBlock['claims'],
): StandardBlock => ({ key, kind: 'paragraph', text, values, ...(claims && { claims }) });
export const itemBlock = (
  key: string,
  values: StandardBlock['values'] = {},
  text = key,
): StandardBlock => ({
  key,
  kind: 'item',
  text,
  values,
});
export const figureBlock = (
  key: string,
  exhibit: Exhibit,
  text: string,
  values: StandardBlock['values'] = {},
): StandardBlock => ({
  key,
  kind: 'figure',
  text,
  values: { ...chaptersValue, ...values },
  exhibit,
});
