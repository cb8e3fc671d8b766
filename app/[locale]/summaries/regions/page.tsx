import { Figure } from '#components/summaries/figures/figure';
import { FigureGroup } from '#components/summaries/figures/figure-group';
import { Sentence } from '#components/summaries/sentence';
import { shareOfStates, summariesByRegion } from '#lib/counting/summary-figures/by-region';
import { regionsSentence } from '#lib/counting/summary-figures/sentences';
import { articlesOfRegions, categoriesOfRegions } from '#lib/counting/summary-figures/side-by-side';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** The regional groups beside each other. */
export default async function RegionsSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { view } = reading;
  const { t } = view;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('summaries.regions'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="regions"
    >
      <Sentence>{regionsSentence(view, view.count.regions)}</Sentence>
      <Figure {...view} figure={summariesByRegion(view)} />
      <Figure {...view} figure={shareOfStates(view)} />
      <h2>{t('seen.sideBySide.articles')}</h2>
      <FigureGroup {...view} group={articlesOfRegions(view)} />
      <h2>{t('seen.sideBySide.categories')}</h2>
      <FigureGroup {...view} group={categoriesOfRegions(view)} />
    </SummaryPage>
  );
}
