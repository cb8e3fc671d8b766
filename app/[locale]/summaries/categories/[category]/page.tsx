import { Figure } from '#components/summaries/figures/figure';
import { categoryByArticle } from '#lib/counting/summary-figures/category-by-article';
import { regionsOfCategory, subcategories } from '#lib/counting/summary-figures/of-category';
import { TopicsOfCategoryTable } from '#components/summaries/topic-tables';
import { LargeNumbers } from '#components/summaries/totals';
import { categoryName } from '#lib/convention/categories';
import { formatPercent } from '#lib/text/format';
import { MissingPage } from '../../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../../reading';
import { SummaryPage } from '../../summary-page';

export default async function CategorySummary({
  params,
  searchParams,
}: SummaryParams<{ category: string }>) {
  const { locale, category } = await params;
  const reading = await readSummary(locale, searchParams);
  const counted = reading?.shown.count.categories.find((each) => each.category === category);
  if (!reading || !counted) return <MissingPage locale={locale} />;
  const { actor, shown } = reading;
  const { t, chapter } = shown;
  const { subcategory, topic } = await namesOf(actor, locale);
  const name = categoryName(counted.category, locale);
  const percent = formatPercent(locale, counted.share.percent);
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.categoryTitle', { category: name, chapter })}
      place={`categories/${category}`}
    >
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[
          {
            id: 'total-needs',
            label: (
              <>
                {t('summaries.needs', { count: counted.needs })}
                {counted.share.percent === null ? null : (
                  <>
                    <br />
                    {t('summaries.ofAllNeeds', { percent, count: counted.share.of })}
                  </>
                )}
              </>
            ),
            n: counted.needs,
            href: shown.opens?.('needs', { category: counted.category }),
          },
          {
            id: 'total-states',
            label: t('summaries.statesWithNeeds', { count: counted.states }),
            n: counted.states,
            href: shown.opens?.('states', { category: counted.category }),
          },
        ]}
      />
      {counted.subcategories.length > 0 ? (
        <>
          <h2>{t('summaries.subcategories')}</h2>
          <Figure {...shown} figure={subcategories(shown, counted, subcategory)} />
        </>
      ) : null}
      <h2>{t('summaries.regions')}</h2>
      <Figure {...shown} figure={regionsOfCategory(shown, counted)} />
      <h2>{t('summaries.articles')}</h2>
      <Figure {...shown} figure={categoryByArticle(shown, counted.category)} />
      <h2>{t('summaries.topics')}</h2>
      <div className="narrow">
        <TopicsOfCategoryTable {...shown} category={counted.category} name={name} nameOf={topic} />
      </div>
    </SummaryPage>
  );
}
