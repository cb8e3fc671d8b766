import type { ListChoices } from '#components/needs/list-form';
import type { Option } from '#components/ui/field';
import { articleTitle, articles } from '#lib/convention/articles';
import { categories, categoryName } from '#lib/convention/categories';
import { chapterCodes, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';
import type { NeedsAsked } from '#lib/needs/lists/asked';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { ListFilter } from '#lib/needs/model/vocabulary';
import type { ReviewSeen } from '#lib/needs/reviews/queries';

type Scope = Readonly<{ states: readonly string[]; reviews: readonly ReviewSeen[] }>;

const reviewText = (locale: Locale, t: Translate, { stateCode, cycle }: ReviewSeen) =>
  t('reviews.one', { state: stateName(stateCode, locale), cycle: t(`cycles.${cycle}`) });
const byLabel = (locale: Locale, options: readonly Option[]) =>
  [...options].sort((a, b) => a.label.localeCompare(b.label, locale));
/** More reviews than these are found by their State. */
const fewReviews = 60;

/**
 * What each filter offers: of a chapter that is chosen, its articles; of a category, its
 * subcategories.
 */
export function choicesOf(
  locale: Locale,
  t: Translate,
  words: Vocabulary,
  asked: NeedsAsked,
  { states, reviews }: Scope,
): ListChoices {
  const general: Option = { value: 'general', label: t('list.general') };
  const ofChapter = articles.filter(({ chapter }) => !asked.chapter || chapter === asked.chapter);
  const subcategories = words.subcategories.filter(
    ({ category }) => !asked.category || category === asked.category,
  );
  return {
    chapter: chapterCodes.map((chapter) => ({
      value: chapter,
      label: `${chapter} · ${chapterTitle(chapter, locale)}`,
    })),
    article: [
      ...ofChapter.map(({ article }) => ({
        value: String(article),
        label: `${article} · ${articleTitle(article, locale)}`,
      })),
      general,
    ],
    category: categories.map(({ category, name }) => ({ value: category, label: name[locale] })),
    subcategory: subcategories.map(({ code, names }) => ({ value: code, label: names[locale] })),
    tag: words.tags.map(({ code, names }) => ({ value: code, label: names[locale] })),
    ...(states.length > 1
      ? {
          state: byLabel(
            locale,
            states.map((code) => ({ value: code, label: stateName(code, locale) })),
          ),
        }
      : {}),
    ...(reviews.length > 1 && reviews.length <= fewReviews
      ? {
          review: byLabel(
            locale,
            reviews.map((review) => ({ value: review.id, label: reviewText(locale, t, review) })),
          ),
        }
      : {}),
  };
}

/** What a filter is set to, in words. */
export function filterText(
  locale: Locale,
  t: Translate,
  words: Vocabulary,
  asked: NeedsAsked,
  name: ListFilter,
  reviews: readonly ReviewSeen[],
): string {
  const term = (terms: Vocabulary['tags'], code?: string) =>
    terms.find((each) => each.code === code)?.names[locale] ?? code ?? '';
  switch (name) {
    case 'status':
      return asked.status ? t(`statuses.${asked.status}`) : '';
    case 'chapter':
      return asked.chapter ?? '';
    case 'article':
      return asked.article === 'general' ? t('list.general') : (asked.article ?? '');
    case 'category':
      return asked.category ? categoryName(asked.category, locale) : '';
    case 'subcategory':
      return term(words.subcategories, asked.subcategory);
    case 'tag':
      return term(words.tags, asked.tag);
    case 'state':
      return asked.state ? stateName(asked.state, locale) : '';
    case 'review': {
      const review = reviews.find(({ id }) => id === asked.review);
      return review ? reviewText(locale, t, review) : '';
    }
    case 'text':
      return asked.text ?? '';
  }
}
