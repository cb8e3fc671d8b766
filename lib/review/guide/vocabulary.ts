import type { Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

type Entry = Readonly<{ belongs: string; example: string; not: string }>;

/**
 * What belongs under each code and what does not. A code that the administrator added later has no
 * entry.
 */
export type CodingGuide = Readonly<{
  categories: Readonly<Record<Category, Entry & Readonly<{ second: string }>>>;
  subcategories: Readonly<Record<string, Entry>>;
  types: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
}>;

// A test holds that the six files have the same entries, and one for each code of the vocabulary.
const guides: Readonly<Record<Locale, CodingGuide>> = { ar, en, es, fr, ru, zh };

export const codingGuide = (locale: Locale): CodingGuide => guides[locale];

type Lines = Readonly<Record<string, string>>;

/** One line a code, as the form shows them. */
export function guideLines(
  locale: Locale,
): Readonly<{ categories: Lines; subcategories: Lines; types: Lines; tags: Lines }> {
  const { categories, subcategories, types, tags } = guides[locale];
  const belongs = (entries: Readonly<Record<string, Entry>>): Lines =>
    Object.fromEntries(Object.entries(entries).map(([code, entry]) => [code, entry.belongs]));
  return { categories: belongs(categories), subcategories: belongs(subcategories), types, tags };
}
