import { Figure } from '#components/summaries/figures/figure';
import { FigureGroup } from '#components/summaries/figures/figure-group';
import { needsByArticle } from '#lib/counting/summary-figures/by-article';
import { articlesOfCategories } from '#lib/counting/summary-figures/side-by-side';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** The articles beside each other. */
export default async function ArticlesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { view } = reading;
  const { t } = view;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('summaries.articles'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="articles"
    >
      <Figure {...view} figure={needsByArticle(view)} />
      <h2>{t('seen.sideBySide.articlesOfCategories')}</h2>
      <FigureGroup {...view} group={articlesOfCategories(view)} />
    </SummaryPage>
  );
}
