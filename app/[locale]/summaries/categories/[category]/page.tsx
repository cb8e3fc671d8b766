import { Figure } from '#components/summaries/figures/figure';
import { categoryByArticle } from '#lib/counting/summary-figures/category-by-article';
import { regionsOfCategory, subcategories } from '#lib/counting/summary-figures/of-category';
import type { SummaryView } from '#components/summaries/summary-view';
import { TopicsOfCategoryTable } from '#components/summaries/topic-tables';
import { LargeNumbers } from '#components/summaries/totals';
import { categoryName } from '#lib/convention/categories';
import { formatPercent } from '#lib/text/format';
import { MissingPage } from '../../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../../read-summary';
import { SummaryPage } from '../../summary-page';

type Counted = SummaryView['count']['categories'][number];

/** The needs of the category with their share of all needs, and the States that have them. */
function CategoryTotals({ view, counted }: Readonly<{ view: SummaryView; counted: Counted }>) {
  const { locale, t, opens } = view;
  const { category, needs, states, share } = counted;
  const shareText =
    share.percent === null ? null : (
      <>
        <br />
        {t('summaries.ofAllNeeds', {
          percent: formatPercent(locale, share.percent),
          count: share.of,
        })}
      </>
    );
  const needsLabel = (
    <>
      {t('summaries.needs', { count: needs })}
      {shareText}
    </>
  );
  return (
    <LargeNumbers
      locale={locale}
      t={t}
      totals={[
        {
          id: 'total-needs',
          label: needsLabel,
          n: needs,
          href: opens?.('needs', { category }),
        },
        {
          id: 'total-states',
          label: t('summaries.statesWithNeeds', { count: states }),
          n: states,
          href: opens?.('states', { category }),
        },
      ]}
    />
  );
}

/** The needs of one category. */
export default async function CategorySummary({
  params,
  searchParams,
}: SummaryParams<{ category: string }>) {
  const { locale, category } = await params;
  const reading = await readSummary(locale, searchParams);
  const counted = reading?.view.count.categories.find((each) => each.category === category);
  if (!reading || !counted) return <MissingPage locale={locale} />;
  const { actor, view } = reading;
  const { t, chapter } = view;
  const { subcategory, topic } = await namesOf(actor, locale);
  const name = categoryName(counted.category, locale);
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.categoryTitle', { category: name, chapter })}
      place={`categories/${category}`}
    >
      <CategoryTotals view={view} counted={counted} />
      {counted.subcategories.length > 0 ? (
        <>
          <h2>{t('summaries.subcategories')}</h2>
          <Figure {...view} figure={subcategories(view, counted, subcategory)} />
        </>
      ) : null}
      <h2>{t('summaries.regions')}</h2>
      <Figure {...view} figure={regionsOfCategory(view, counted)} />
      <h2>{t('summaries.articles')}</h2>
      <Figure {...view} figure={categoryByArticle(view, counted.category)} />
      <h2>{t('summaries.topics')}</h2>
      <div className="narrow">
        <TopicsOfCategoryTable {...view} category={counted.category} name={name} nameOf={topic} />
      </div>
    </SummaryPage>
  );
}
