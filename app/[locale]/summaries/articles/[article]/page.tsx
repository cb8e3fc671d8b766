import { Figure } from '#components/summaries/figures/figure';
import { Sentence } from '#components/summaries/sentence';
import { categoriesOfArticle, regionsOfArticle } from '#lib/counting/summary-figures/of-article';
import { placeSentence } from '#lib/counting/summary-figures/sentences';
import { LargeNumbers } from '#components/summaries/totals';
import { articleTitle } from '#lib/convention/articles';
import { chapterOfArticle } from '#lib/convention/chapters';
import { MissingPage } from '../../../missing-page';
import { readSummary, type SummaryParams } from '../../read-summary';
import { SummaryPage } from '../../summary-page';

/** The needs of one article. */
export default async function ArticleSummary({
  params,
  searchParams,
}: SummaryParams<{ article: string }>) {
  const { locale, article } = await params;
  const ofArticle = /^[1-9]\d?$/.test(article) ? chapterOfArticle(Number(article)) : undefined;
  const reading = ofArticle && (await readSummary(locale, searchParams, { chapter: ofArticle }));
  // The article may stand in another chapter than the one asked for.
  const counted = reading?.view.count.articles.find((each) => each.article === article);
  if (!reading || !counted) return <MissingPage locale={locale} />;
  const { view } = reading;
  const { t } = view;
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.articleTitle', { article, title: articleTitle(Number(article), locale) })}
      place={`articles/${article}`}
    >
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[
          {
            id: 'total-needs',
            label: t('summaries.needs', { count: counted.needs }),
            n: counted.needs,
            href: view.opens?.('needs', { article }),
          },
          {
            id: 'total-states',
            label: t('summaries.statesWithNeeds', { count: counted.states }),
            n: counted.states,
            href: view.opens?.('states', { article }),
          },
        ]}
      />
      <Sentence>{placeSentence(view, article)}</Sentence>
      <p className="note">{t('figures.articlesRule')}</p>
      <h2>{t('summaries.categories')}</h2>
      <Figure {...view} figure={categoriesOfArticle(view, counted)} />
      <h2>{t('summaries.regions')}</h2>
      <Figure {...view} figure={regionsOfArticle(view, counted)} />
    </SummaryPage>
  );
}
