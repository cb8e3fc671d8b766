import type { ListChoices } from '#components/needs/list-form';
import { reviewName } from '#components/reviews/review-name';
import type { Option } from '#components/ui/field';
import { articleTitle, articles } from '#lib/convention/articles';
import { categories, categoryName } from '#lib/convention/categories';
import { chapterCodes, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';
import type { ListParameters } from '#lib/needs/lists/list-parameters';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { ListFilter } from '#lib/needs/model/vocabulary';
import type { ReviewView } from '#lib/needs/reviews/queries';

type Scope = Readonly<{ states: readonly string[]; reviews: readonly ReviewView[] }>;

const byLabel = (locale: Locale, options: readonly Option[]) =>
  [...options].sort((a, b) => a.label.localeCompare(b.label, locale));
/** With more reviews than this the list offers the States alone. */
const mostReviewsOffered = 60;

/**
 * Returns the options of each filter. The chosen chapter limits the articles, and the chosen
 * category the subcategories.
 */
export function choicesOf(
  locale: Locale,
  t: Translate,
  vocabulary: Vocabulary,
  query: ListParameters,
  { states, reviews }: Scope,
): ListChoices {
  const general: Option = { value: 'general', label: t('list.general') };
  const articlesOffered = articles.filter(
    ({ chapter }) => !query.chapter || chapter === query.chapter,
  );
  const subcategories = vocabulary.subcategories.filter(
    ({ category }) => !query.category || category === query.category,
  );
  return {
    chapter: chapterCodes.map((chapter) => ({
      value: chapter,
      label: `${chapter} · ${chapterTitle(chapter, locale)}`,
    })),
    article: [
      ...articlesOffered.map(({ article }) => ({
        value: String(article),
        label: `${article} · ${articleTitle(article, locale)}`,
      })),
      general,
    ],
    category: categories.map(({ category, name }) => ({ value: category, label: name[locale] })),
    subcategory: subcategories.map(({ code, names }) => ({ value: code, label: names[locale] })),
    tag: vocabulary.tags.map(({ code, names }) => ({ value: code, label: names[locale] })),
    ...(states.length > 1
      ? {
          state: byLabel(
            locale,
            states.map((code) => ({ value: code, label: stateName(code, locale) })),
          ),
        }
      : {}),
    ...(reviews.length > 1 && reviews.length <= mostReviewsOffered
      ? {
          review: byLabel(
            locale,
            reviews.map((review) => ({ value: review.id, label: reviewName(locale, t, review) })),
          ),
        }
      : {}),
  };
}

/** Returns the value of a filter in the reader's language. */
export function filterText(
  locale: Locale,
  t: Translate,
  vocabulary: Vocabulary,
  query: ListParameters,
  name: ListFilter,
  reviews: readonly ReviewView[],
): string {
  const term = (terms: Vocabulary['tags'], code?: string) =>
    terms.find((each) => each.code === code)?.names[locale] ?? code ?? '';
  switch (name) {
    case 'status':
      return query.status ? t(`statuses.${query.status}`) : '';
    case 'chapter':
      return query.chapter ?? '';
    case 'article':
      return query.article === 'general' ? t('list.general') : (query.article ?? '');
    case 'category':
      return query.category ? categoryName(query.category, locale) : '';
    case 'subcategory':
      return term(vocabulary.subcategories, query.subcategory);
    case 'tag':
      return term(vocabulary.tags, query.tag);
    case 'state':
      return query.state ? stateName(query.state, locale) : '';
    case 'review': {
      const review = reviews.find(({ id }) => id === query.review);
      return review ? reviewName(locale, t, review) : '';
    }
    case 'text':
      return query.text ?? '';
  }
}
