import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import type { Reading } from '#lib/notes/model/evaluate';
import type {
  BlockKind,
  Claim,
  CountedUnit,
  Dimension,
  EditionFact,
  Exhibit,
  Narrowing,
  Value,
} from '#lib/notes/model/vocabulary';

/**
 * A standard block before its texts are put in: `text` names them in
 * `lib/notes/outline/<language>.json`.
 */
export type Standard = Readonly<{
  key: string;
  kind: BlockKind;
  text: string;
  values?: Readonly<Record<string, Value>>;
  claims?: Readonly<Record<string, Claim>>;
  exhibit?: Exhibit;
}>;

/**
 * What the outline is drawn for: what is counted now decides the order of the categories and which
 * regional groups are looked at in depth.
 */
export type Drawing = Readonly<{
  reading: Reading;
  chapters: readonly Chapter[];
  /** In descending order of their needs. */
  categories: readonly Category[];
  /** Regional groups with enough completed summaries with needs; and those with some, but fewer. */
  deep: readonly Region[];
  few: readonly Region[];
  /** The themes of assistance. */
  themes: readonly string[];
}>;

export const count = (of: CountedUnit, narrowing: Narrowing = {}): Value => ({
  kind: 'count',
  of,
  in: narrowing,
});
export const share = (
  of: CountedUnit,
  narrowing: Narrowing,
  base: Narrowing = {},
  baseOf?: CountedUnit,
): Value => ({ kind: 'share', of, in: narrowing, base, ...(baseOf && { baseOf }) });
export const ranking = (
  over: Dimension,
  narrowing: Narrowing,
  to: number,
  say: 'name' | 'count' | 'share' | 'both',
  order: 'most' | 'fewest' = 'most',
): Value => ({ kind: 'ranking', over, in: narrowing, order, from: 1, to, say });
export const fact = (name: EditionFact): Value => ({ kind: 'edition', fact: name });
export const named = (of: Dimension, code: string): Value => ({ kind: 'name', of, code });
export const to = (key: string): Value => ({ kind: 'reference', to: key });
/** The names of some regional groups, as a list. */
export const groups = (regions: readonly Region[]): Value => ({ kind: 'groups', regions });

export const heading = (
  level: 1 | 2 | 3,
  key: string,
  text = `heading.${key}`,
  values?: Standard['values'],
): Standard => ({ key, kind: `heading-${level}`, text, ...(values && { values }) });
export const paragraph = (
  key: string,
  values: Standard['values'] = {},
  text = key,
  claims?: Standard['claims'],
): Standard => ({ key, kind: 'paragraph', text, values, ...(claims && { claims }) });
export const item = (key: string, values: Standard['values'] = {}, text = key): Standard => ({
  key,
  kind: 'item',
  text,
  values,
});
export const figure = (
  key: string,
  exhibit: Exhibit,
  text: string,
  values: Standard['values'] = {},
): Standard => ({
  key,
  kind: 'figure',
  text,
  values: { chapters: fact('chapters'), ...values },
  exhibit,
});
export const chaptersFact = { chapters: fact('chapters') } as const;
