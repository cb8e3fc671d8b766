import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

type GuideEntry = Readonly<{ belongs: string; example: string; not: string }>;

/**
 * What belongs under each code and what does not. Codes that an administrator added have no entry.
 */
export type CodingGuide = Readonly<{
  categories: Readonly<Record<Category, GuideEntry & Readonly<{ second: string }>>>;
  subcategories: Readonly<Record<string, GuideEntry>>;
  types: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
}>;

// A test checks that the six files have the same entries, and one for each code of the vocabulary.
const guides: Readonly<Record<Locale, CodingGuide>> = { ar, en, es, fr, ru, zh };

export const codingGuide = (locale: Locale): CodingGuide => guides[locale];

type LinesByCode = Readonly<Record<string, string>>;

/** One line for each code, for the form. */
export function guideLines(locale: Locale): Readonly<{
  categories: LinesByCode;
  subcategories: LinesByCode;
  types: LinesByCode;
  tags: LinesByCode;
}> {
  const { categories, subcategories, types, tags } = guides[locale];
  const belongsLines = (entries: Readonly<Record<string, GuideEntry>>): LinesByCode =>
    Object.fromEntries(Object.entries(entries).map(([code, entry]) => [code, entry.belongs]));
  return {
    categories: belongsLines(categories),
    subcategories: belongsLines(subcategories),
    types,
    tags,
  };
}
