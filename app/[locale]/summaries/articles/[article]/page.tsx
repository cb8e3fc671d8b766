import { Figure } from '#components/summaries/figures/figure';
import { Sentence } from '#components/summaries/sentence';
import { categoriesOfArticle, regionsOfArticle } from '#lib/counting/summary-figures/of-article';
import { placeSentence } from '#lib/counting/summary-figures/sentences';
import { LargeNumbers } from '#components/summaries/totals';
import { articleTitle } from '#lib/convention/articles';
import { chapterOfArticle } from '#lib/convention/chapters';
import { MissingPage } from '../../../missing-page';
import { readSummary, type SummaryParams } from '../../reading';
import { SummaryPage } from '../../summary-page';

export default async function ArticleSummary({
  params,
  searchParams,
}: SummaryParams<{ article: string }>) {
  const { locale, article } = await params;
  const ofArticle = /^[1-9]\d?$/.test(article) ? chapterOfArticle(Number(article)) : undefined;
  const reading = ofArticle && (await readSummary(locale, searchParams, { chapter: ofArticle }));
  // The article may stand in another chapter than the one asked for.
  const counted = reading?.shown.count.articles.find((each) => each.article === article);
  if (!reading || !counted) return <MissingPage locale={locale} />;
  const { shown } = reading;
  const { t } = shown;
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
            href: shown.opens?.('needs', { article }),
          },
          {
            id: 'total-states',
            label: t('summaries.statesWithNeeds', { count: counted.states }),
            n: counted.states,
            href: shown.opens?.('states', { article }),
          },
        ]}
      />
      <Sentence>{placeSentence(shown, article)}</Sentence>
      <p className="note">{t('figures.articlesRule')}</p>
      <h2>{t('summaries.categories')}</h2>
      <Figure {...shown} figure={categoriesOfArticle(shown, counted)} />
      <h2>{t('summaries.regions')}</h2>
      <Figure {...shown} figure={regionsOfArticle(shown, counted)} />
    </SummaryPage>
  );
}
