import { NeedsByArticle } from '#components/summaries/figures/by-article';
import { NeedsByCategory, RegionsOfCategories } from '#components/summaries/figures/by-category';
import { ShareOfStates, SummariesByRegion } from '#components/summaries/figures/by-region';
import { CategoryByArticle } from '#components/summaries/figures/category-by-article';
import { MatrixTable } from '#components/summaries/matrix-table';
import { Totals } from '#components/summaries/totals';
import { Notice, Page } from '#components/ui/page';
import { translator } from '#lib/text/i18n';
import { readSummary, type SummaryParams } from './read-summary';
import { SummaryPage } from './summary-page';

/** The overview of the summaries. */
export default async function Summaries({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) {
    const t = translator(locale);
    const title = t('summaries.title', { chapter: 'II' });
    return (
      <Page title={title} site={t('site.name')}>
        <h1>{title}</h1>
        <Notice>
          <p>{t('home.closed')}</p>
        </Notice>
      </Page>
    );
  }
  const { view } = reading;
  const { t, count, chapter } = view;
  return (
    <SummaryPage reading={reading} title={t('summaries.title', { chapter })} place="">
      <p id="live" role="status" className="note" data-said={t('figure.changed')} />
      <Totals {...view} totals={count.totals} />
      <h2>{t('summaries.regions')}</h2>
      <SummariesByRegion {...view} />
      <ShareOfStates {...view} />
      <h2>{t('summaries.articles')}</h2>
      <NeedsByArticle {...view} />
      <CategoryByArticle {...view} category="capacity-building" />
      <h2>{t('summaries.categories')}</h2>
      <NeedsByCategory {...view} />
      <RegionsOfCategories {...view} />
      <h2>{t('summaries.matrix')}</h2>
      <MatrixTable {...view} matrix={count.matrices.find(({ region }) => region === null)!} />
      <h2>{t('summaries.howCounted')}</h2>
      <p className="prose">{t('summaries.howCountedText')}</p>
    </SummaryPage>
  );
}
