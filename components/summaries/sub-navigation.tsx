import type { Locale } from '#lib/convention/names';
import type { Chapter } from '#lib/convention/chapters';
import type { Translate } from '#lib/text/i18n';
import type { SummaryView } from '#components/summaries/summary-view';
import { articlesOfChapter, articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryShortName } from '#lib/convention/categories';
import { regionCodes, regionShortName } from '#lib/convention/regions';

/** The path of a summary page: `articles/5`, `types`, or empty for the overview. */
export type Place =
  | `${'regions' | 'articles' | 'categories'}/${string}`
  | 'regions'
  | 'articles'
  | 'categories'
  | 'matrices'
  | 'types'
  | 'cross-cutting'
  | 'chapters'
  | 'trends'
  | 'completeness'
  | 'compare'
  | 'against-the-note'
  | '';

type Props = Pick<SummaryView, 'locale' | 't' | 'chapters' | 'query' | 'without'> &
  Readonly<{ place: Place }>;
type Tab = Readonly<{ to: Place; label: string; title?: string }>;

/** The pages of one region, article or category each. */
const membersOf = (
  locale: Locale,
  chapters: readonly Chapter[],
): Readonly<Record<string, readonly Tab[]>> => ({
  regions: regionCodes.map((region) => ({
    to: `regions/${region}`,
    label: regionShortName(region, locale),
  })),
  articles: chapters
    .flatMap((chapter) => articlesOfChapter(chapter))
    .map((article) => ({
      to: `articles/${article}`,
      label: String(article),
      title: `${article} · ${articleTitle(article, locale)}`,
    })),
  categories: categoryCodes.map((category) => ({
    to: `categories/${category}`,
    label: categoryShortName(category, locale),
  })),
});

const pagesOf = (t: Translate): readonly Tab[] => [
  { to: '', label: t('summaries.overview') },
  { to: 'regions', label: t('summaries.regions') },
  { to: 'articles', label: t('summaries.articles') },
  { to: 'categories', label: t('summaries.categories') },
  { to: 'matrices', label: t('seen.pages.matrices') },
  { to: 'types', label: t('summaries.types') },
  { to: 'cross-cutting', label: t('summaries.crossCutting') },
  { to: 'chapters', label: t('seen.pages.chapters') },
  { to: 'trends', label: t('seen.pages.trends') },
  { to: 'completeness', label: t('seen.pages.completeness') },
  { to: 'compare', label: t('compared.nav') },
  { to: 'against-the-note', label: t('published.nav') },
];

/** Links to the summary pages, then to those of the same kind; they keep the filter. */
export function SubNavigation({ locale, t, chapters = [], query, without, place }: Props) {
  const kind = place.split('/')[0]!;
  const own = membersOf(locale, chapters)[kind];
  /** A page about one region, article or category drops that part of the filter. */
  const queryOf = (to: Place) => {
    const [about = '', one] = to.split('/');
    const name = one
      ? ({ regions: 'region', articles: 'article', categories: 'category' } as const)[about]
      : undefined;
    return name && without ? without(name) : query;
  };
  const tabs = (list: readonly Tab[], current: (to: Place) => 'page' | 'true' | undefined) => (
    <ul className="tabs">
      {list.map(({ to, label, title }) => (
        <li key={to}>
          <a
            href={`/${locale}/summaries${to && '/'}${to}${queryOf(to)}`}
            aria-label={title}
            aria-current={current(to)}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  const currentPage = (to: Place) => {
    if (to === place) return 'page';
    return to === kind && own ? 'true' : undefined;
  };
  return (
    <nav aria-label={t('summaries.pages')}>
      {tabs(pagesOf(t), currentPage)}
      {own ? tabs(own, (to) => (to === place ? 'page' : undefined)) : null}
    </nav>
  );
}
