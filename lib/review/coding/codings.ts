import type { Coding } from '#lib/review/coding/vocabulary';
import type { Category } from '#lib/convention/categories';
import { articlesOfKey } from '#lib/convention/provision';

type SecondCodingRow = Readonly<{
  articles: readonly number[] | null;
  general: boolean | null;
  category: Category | null;
  subcategory: string | null;
  tags: readonly string[] | null;
  codedAt: string | null;
}>;

/** The coding of a second coder; null until it is made. */
export const finishedCoding = ({
  articles,
  general,
  category,
  subcategory,
  tags,
  codedAt,
}: SecondCodingRow): Coding | null =>
  codedAt && category
    ? {
        articles: articles ?? [],
        general: general ?? false,
        category,
        subcategory,
        tags: tags ?? [],
      }
    : null;

type VersionCoding = Readonly<{
  provision: string;
  general: boolean;
  category: Category | null;
  subcategory: string | null;
  tags: readonly string[];
}>;

/** The coding of a version that was submitted, and so has a category. */
export const firstCoding = ({
  provision,
  general,
  category,
  subcategory,
  tags,
}: VersionCoding): Coding => ({
  articles: articlesOfKey(provision),
  general,
  category: category!,
  subcategory,
  tags,
});
