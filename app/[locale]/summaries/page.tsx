import { Figure } from '#components/summaries/figures/figure';
import { TableFigure } from '#components/summaries/figures/table-figure';
import { needsByArticle } from '#lib/counting/summary-figures/by-article';
import { needsByCategory, regionsOfCategories } from '#lib/counting/summary-figures/by-category';
import { shareOfStates, summariesByRegion } from '#lib/counting/summary-figures/by-region';
import { categoryByArticle } from '#lib/counting/summary-figures/category-by-article';
import { matrixFigure } from '#lib/counting/summary-figures/matrix';
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
  const matrix = count.matrices.find(({ region }) => region === null)!;
  return (
    <SummaryPage reading={reading} title={t('summaries.title', { chapter })} place="">
      <p id="live" role="status" className="note" data-said={t('figure.changed')} />
      <Totals {...view} totals={count.totals} />
      <h2>{t('summaries.regions')}</h2>
      <Figure {...view} figure={summariesByRegion(view)} />
      <Figure {...view} figure={shareOfStates(view)} />
      <h2>{t('summaries.articles')}</h2>
      <Figure {...view} figure={needsByArticle(view)} />
      <Figure {...view} figure={categoryByArticle(view, 'capacity-building')} />
      <h2>{t('summaries.categories')}</h2>
      <Figure {...view} figure={needsByCategory(view)} />
      <Figure {...view} figure={regionsOfCategories(view)} />
      <h2>{t('summaries.matrix')}</h2>
      <TableFigure {...view} figure={matrixFigure(view, matrix)} />
      <h2>{t('summaries.howCounted')}</h2>
      <p className="prose">{t('summaries.howCountedText')}</p>
    </SummaryPage>
  );
}
