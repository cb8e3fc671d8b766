import { articlesOfChapter, articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName, type Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { isRegion, regionCodes, regionName, type Region } from '#lib/convention/regions';
import { done, invalid, type Outcome } from '#lib/base/errors';
import { isPartOfRow } from '#lib/notes/model/vocabulary';
import type { Claim, Dimension, Narrowing, Value } from '#lib/notes/model/vocabulary';
import type { BoundGiven, ClaimGiven } from '#lib/notes/value-schema';

/**
 * Against what a binding is checked: the edition's chapters, the terms in force, its own blocks and
 * the themes of assistance.
 */
export type Bindable = Readonly<{
  chapters: readonly Chapter[];
  subcategories: readonly Readonly<{ code: string; category: Category }>[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  blocks: readonly string[];
  themes: readonly string[];
}>;
type Given = Pick<
  BoundGiven,
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

const articlesIn = ({ chapters }: Bindable) =>
  chapters.flatMap((chapter) => articlesOfChapter(chapter).map(String));

/** The members of a dimension that can be named. */
export function codesOf(known: Bindable, over: Dimension): readonly string[] {
  switch (over) {
    case 'region':
      return regionCodes;
    case 'category':
      return categoryCodes;
    case 'article':
      return articlesIn(known);
    case 'subcategory':
      return known.subcategories.map(({ code }) => code);
    case 'topic':
      return known.topics;
    case 'type':
      return known.types;
  }
}

/** What narrows a count, if every part of it is known. */
function narrowingOf(
  known: Bindable,
  { regions, category, subcategory, topic, type, tag, article, row, status, since }: Given,
): Outcome<Narrowing> {
  if (!regions.every(isRegion)) return invalid('regions', 'notes.errors.code');
  const faults = (
    [
      ['category', category, categoryCodes],
      ['subcategory', subcategory, codesOf(known, 'subcategory')],
      ['topic', topic, known.topics],
      ['type', type, known.types],
      ['tag', tag, known.tags],
      ['article', article, articlesIn(known)],
    ] as const
  ).find(([, code, allowed]) => code !== '' && !(allowed as readonly string[]).includes(code));
  if (faults) return invalid(faults[0], 'notes.errors.code');
  if (row !== '' && !isPartOfRow(row, articlesIn(known), known.chapters))
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
  ) as Narrowing;
  return done({
    ...named,
    ...(regions.length > 0 && {
      regions: regionCodes.filter((region) => regions.includes(region)) as readonly Region[],
    }),
    ...(since && { since: true as const }),
  });
}

const baseOf = ({ regions, category, since }: Narrowing, base: BoundGiven['base']): Narrowing => ({
  ...(base.includes('regions') && regions ? { regions } : {}),
  ...(base.includes('category') && category ? { category } : {}),
  ...(since && { since }),
});

function rankingOf(given: BoundGiven, narrowing: Narrowing): Outcome<Value> {
  const { over, order, from, to, say } = given;
  if (from < 1 || to < from) return invalid('to', 'notes.errors.places');
  return done({ kind: 'ranking', over, in: narrowing, order, from, to, say });
}

/** A number or a list of the assistance, if its theme is known. */
function assistanceOf(
  known: Bindable,
  given: BoundGiven,
  kind: 'assistance' | 'assisted' | 'reported',
): Outcome<Value> {
  if (given.theme !== '' && !known.themes.includes(given.theme))
    return invalid('theme', 'notes.errors.code');
  const narrowed = {
    ...(given.theme !== '' && { theme: given.theme }),
    ...(given.since && { since: true as const }),
  };
  if (kind === 'assisted') return done({ kind, ...narrowed });
  if (kind === 'assistance') return done({ kind, of: given.assisted, ...narrowed });
  return done({ kind, ...narrowed, ...(given.assisted === 'planned' && { planned: true }) });
}

/** What a writer chose in the palette as a value. */
export function valueOf(known: Bindable, given: BoundGiven): Outcome<Value> {
  const narrowing = narrowingOf(known, given);
  if (!narrowing.ok) return narrowing;
  const { kind, of, over } = given;
  const own = narrowing.value;
  switch (kind) {
    case 'count':
      return done({ kind, of, in: own });
    case 'share':
      return done({ kind, of, in: own, base: baseOf(own, given.base) });
    case 'ranking':
      return rankingOf(given, own);
    case 'list':
      return done({ kind, over, in: own, which: given.which });
    case 'previous':
      return done({ kind, of, in: own, as: given.as });
    case 'place':
      return codesOf(known, over).includes(given.item)
        ? done({ kind, over, in: own, item: given.item, order: given.order })
        : invalid('item', 'notes.errors.code');
    case 'assistance':
    case 'assisted':
    case 'reported':
      return assistanceOf(known, given, kind);
    case 'edition':
      return done({ kind, fact: given.fact });
    case 'name':
      return codesOf(known, over).includes(given.item)
        ? done({ kind, of: over, code: given.item, long: true })
        : invalid('item', 'notes.errors.code');
    case 'reference':
      return known.blocks.includes(given.reference)
        ? done({ kind, to: given.reference })
        : invalid('reference', 'notes.errors.code');
    case 'typed':
      return given.reason === ''
        ? invalid('reason', 'notes.errors.reason')
        : done({ kind, number: given.number, reason: given.reason });
  }
}

/** What a writer claims, chosen in the palette. */
export function claimOf(known: Bindable, given: ClaimGiven): Outcome<Claim> {
  const narrowing = narrowingOf(known, given);
  if (!narrowing.ok) return narrowing;
  const { kind, of, over, order, place, alone, item, items, each, is, percent } = given;
  const own = narrowing.value;
  const member = (code: string) => codesOf(known, over).includes(code);
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
        base: baseOf(own, given.base),
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
    case 'greater':
      return given.thanRegions.length > 0 && given.thanRegions.every(isRegion)
        ? done({
            kind,
            of,
            in: own,
            than: { ...own, regions: given.thanRegions as readonly Region[] },
          })
        : invalid('thanRegions', 'notes.errors.code');
  }
}

/** The name of a code of the Convention; of the vocabulary where `termName` knows it. */
export function codeName(
  over: Dimension,
  code: string,
  locale: Locale,
  termName: (code: string) => string,
): string {
  if (over === 'region') return regionName(code as Region, locale);
  if (over === 'category') return categoryName(code as Category, locale);
  if (over === 'article') return `${code} · ${articleTitle(Number(code), locale)}`;
  return termName(code);
}
