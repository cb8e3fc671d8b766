import { ShareOfStates, SummariesByRegion } from '#components/summaries/figures/by-region';
import { ArticlesOfRegions, CategoriesOfRegions } from '#components/summaries/figures/side-by-side';
import { RegionsSentence } from '#components/summaries/sentences';
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
      <RegionsSentence {...view} regions={view.count.regions} />
      <SummariesByRegion {...view} />
      <ShareOfStates {...view} />
      <h2>{t('seen.sideBySide.articles')}</h2>
      <ArticlesOfRegions {...view} />
      <h2>{t('seen.sideBySide.categories')}</h2>
      <CategoriesOfRegions {...view} />
    </SummaryPage>
  );
}
