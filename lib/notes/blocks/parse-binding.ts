import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import { isRegion, regionCodes, type Region } from '#lib/convention/regions';
import { done, invalid, type Outcome } from '#lib/base/errors';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { isMatrixRow } from '#lib/notes/model/vocabulary';
import type { Claim, Dimension, ValueFilter, BoundValue } from '#lib/notes/model/vocabulary';
import type { ValueInput, ClaimInput } from '#lib/notes/blocks/binding-schema';

/**
 * The codes that a binding may use: the edition's chapters, the terms in force, the edition's blocks
 * and the themes of assistance.
 */
export type AllowedCodes = Readonly<{
  chapters: readonly Chapter[];
  subcategories: readonly Readonly<{ code: string; category: Category }>[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  blocks: readonly string[];
  themes: readonly string[];
}>;
type FilterInput = Pick<
  ValueInput,
  | 'regions'
  | 'category'
  | 'subcategory'
  | 'topic'
  | 'type'
  | 'tag'
  | 'article'
  | 'row'
  | 'status'
  | 'since'
>;

const articleCodes = ({ chapters }: AllowedCodes) =>
  chapters.flatMap((chapter) => articlesOfChapter(chapter).map(String));

/** The codes of the members of a dimension. */
function memberCodes(allowed: AllowedCodes, over: Dimension): readonly string[] {
  switch (over) {
    case 'region':
      return regionCodes;
    case 'category':
      return categoryCodes;
    case 'article':
      return articleCodes(allowed);
    case 'subcategory':
      return allowed.subcategories.map(({ code }) => code);
    case 'target':
      return targetGroups;
    case 'topic':
      return allowed.topics;
    case 'type':
      return allowed.types;
  }
}

/** Parses the filter of a count; invalid if any code is unknown. */
function parseFilter(
  allowed: AllowedCodes,
  { regions, category, subcategory, topic, type, tag, article, row, status, since }: FilterInput,
): Outcome<ValueFilter> {
  if (!regions.every(isRegion)) return invalid('regions', 'notes.errors.code');
  const faults = (
    [
      ['category', category, categoryCodes],
      ['subcategory', subcategory, memberCodes(allowed, 'subcategory')],
      ['topic', topic, allowed.topics],
      ['type', type, allowed.types],
      ['tag', tag, allowed.tags],
      ['article', article, articleCodes(allowed)],
    ] as const
  ).find(([, code, allowed]) => code !== '' && !(allowed as readonly string[]).includes(code));
  if (faults) return invalid(faults[0], 'notes.errors.code');
  if (row !== '' && !isMatrixRow(row, articleCodes(allowed), allowed.chapters))
    return invalid('row', 'notes.errors.code');
  const all = {
    category: category as Category,
    subcategory,
    topic,
    type,
    tag,
    article,
    row,
    status,
  };
  const named = Object.fromEntries(
    Object.entries(all).filter(([, code]) => code !== ''),
  ) as ValueFilter;
  return done({
    ...named,
    ...(regions.length > 0 && {
      regions: regionCodes.filter((region) => regions.includes(region)) as readonly Region[],
    }),
    ...(since && { since: true as const }),
  });
}

const shareBase = (
  { regions, category, since }: ValueFilter,
  base: ValueInput['base'],
): ValueFilter => ({
  ...(base.includes('regions') && regions ? { regions } : {}),
  ...(base.includes('category') && category ? { category } : {}),
  ...(since && { since }),
});

function parseRanking(input: ValueInput, filter: ValueFilter): Outcome<BoundValue> {
  const { over, order, from, to, say } = input;
  if (from < 1 || to < from) return invalid('to', 'notes.errors.places');
  return done({ kind: 'ranking', over, in: filter, order, from, to, say });
}

/** Parses a number or list of assistance; invalid if its theme is unknown. */
function parseAssistance(
  allowed: AllowedCodes,
  input: ValueInput,
  kind: 'assistance' | 'assisted' | 'reported',
): Outcome<BoundValue> {
  if (input.theme !== '' && !allowed.themes.includes(input.theme))
    return invalid('theme', 'notes.errors.code');
  const narrowed = {
    ...(input.theme !== '' && { theme: input.theme }),
    ...(input.since && { since: true as const }),
  };
  if (kind === 'assisted') return done({ kind, ...narrowed });
  if (kind === 'assistance') return done({ kind, of: input.assisted, ...narrowed });
  return done({ kind, ...narrowed, ...(input.assisted === 'planned' && { planned: true }) });
}

/** Parses the value that a writer composed in the form. */
export function parseValue(allowed: AllowedCodes, input: ValueInput): Outcome<BoundValue> {
  const filter = parseFilter(allowed, input);
  if (!filter.ok) return filter;
  const { kind, of, over } = input;
  const own = filter.value;
  switch (kind) {
    case 'count':
      return done({ kind, of, in: own });
    case 'share':
      return done({ kind, of, in: own, base: shareBase(own, input.base) });
    case 'ranking':
      return parseRanking(input, own);
    case 'list':
      return done({ kind, over, in: own, which: input.which });
    case 'previous':
      return done({ kind, of, in: own, as: input.as });
    case 'place':
      return memberCodes(allowed, over).includes(input.item)
        ? done({ kind, over, in: own, item: input.item, order: input.order })
        : invalid('item', 'notes.errors.code');
    case 'assistance':
    case 'assisted':
    case 'reported':
      return parseAssistance(allowed, input, kind);
    case 'edition':
      return done({ kind, fact: input.fact });
    case 'name':
      return memberCodes(allowed, over).includes(input.item)
        ? done({ kind, of: over, code: input.item, long: true })
        : invalid('item', 'notes.errors.code');
    case 'reference':
      return allowed.blocks.includes(input.reference)
        ? done({ kind, to: input.reference })
        : invalid('reference', 'notes.errors.code');
    case 'typed':
      return input.reason === ''
        ? invalid('reason', 'notes.errors.reason')
        : done({ kind, number: input.number, reason: input.reason });
  }
}

/** Parses the claim that a writer composed in the form. */
export function parseClaim(allowed: AllowedCodes, input: ClaimInput): Outcome<Claim> {
  const filter = parseFilter(allowed, input);
  if (!filter.ok) return filter;
  const { kind, of, over, order, place, alone, item, items, each, is, percent } = input;
  const own = filter.value;
  const member = (code: string) => memberCodes(allowed, over).includes(code);
  switch (kind) {
    case 'place':
      if (!member(item)) return invalid('item', 'notes.errors.code');
      if (place < 1) return invalid('place', 'notes.errors.places');
      return done({ kind, over, in: own, item, order, place, alone, ...(each && { each }) });
    case 'share':
      return done({
        kind,
        of,
        in: own,
        base: shareBase(own, input.base),
        is,
        percent,
        ...(each && { each }),
      });
    case 'only':
      return items.length > 0 && items.every(member)
        ? done({ kind, over, in: own, items })
        : invalid('items', 'notes.errors.code');
    case 'none':
      return done({ kind, of, in: own });
    case 'released':
      return input.reason === ''
        ? invalid('reason', 'notes.errors.reason')
        : done({ kind, reason: input.reason });
    case 'greater':
      return input.thanRegions.length > 0 && input.thanRegions.every(isRegion)
        ? done({
            kind,
            of,
            in: own,
            than: { ...own, regions: input.thanRegions as readonly Region[] },
          })
        : invalid('thanRegions', 'notes.errors.code');
  }
}
