import { NeedsByArticle } from '#components/summaries/figures/by-article';
import { ArticlesOfCategories } from '#components/summaries/figures/side-by-side';
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
      <NeedsByArticle {...view} />
      <h2>{t('seen.sideBySide.articlesOfCategories')}</h2>
      <ArticlesOfCategories {...view} />
    </SummaryPage>
  );
}
