import { Figure } from '#components/summaries/figures/figure';
import { FigureGroup } from '#components/summaries/figures/figure-group';
import { Sentence } from '#components/summaries/sentence';
import { shareOfStates, summariesByRegion } from '#lib/counting/summary-figures/by-region';
import { regionsSentence } from '#lib/counting/summary-figures/sentences';
import { articlesOfRegions, categoriesOfRegions } from '#lib/counting/summary-figures/side-by-side';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

/** The regional groups beside each other. */
export default async function RegionsSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { shown } = reading;
  const { t } = shown;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('summaries.regions'),
        chapters: t('seen.chapters', { chapter: shown.chapter }),
      })}
      place="regions"
    >
      <Sentence>{regionsSentence(shown, shown.count.regions)}</Sentence>
      <Figure {...shown} figure={summariesByRegion(shown)} />
      <Figure {...shown} figure={shareOfStates(shown)} />
      <h2>{t('seen.sideBySide.articles')}</h2>
      <FigureGroup {...shown} group={articlesOfRegions(shown)} />
      <h2>{t('seen.sideBySide.categories')}</h2>
      <FigureGroup {...shown} group={categoriesOfRegions(shown)} />
    </SummaryPage>
  );
}
