import { Figure } from '#components/summaries/figures/figure';
import { FigureGroup } from '#components/summaries/figures/figure-group';
import { needsByCategory, regionsOfCategories } from '#lib/counting/summary-figures/by-category';
import { regionsSideBySide } from '#lib/counting/summary-figures/side-by-side';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** The categories beside each other. */
export default async function CategoriesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { view } = reading;
  const { t } = view;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('summaries.categories'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="categories"
    >
      <Figure {...view} figure={needsByCategory(view)} />
      <Figure {...view} figure={regionsOfCategories(view)} />
      <h2>{t('seen.sideBySide.regions')}</h2>
      <FigureGroup {...view} group={regionsSideBySide(view)} />
    </SummaryPage>
  );
}
