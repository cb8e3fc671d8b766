import { Figure } from '#components/summaries/figures/figure';
import { FigureGroup } from '#components/summaries/figures/figure-group';
import { needsByCategory, regionsOfCategories } from '#lib/counting/summary-figures/by-category';
import { regionsSideBySide } from '#lib/counting/summary-figures/side-by-side';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

/** The categories beside each other. */
export default async function CategoriesSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { shown } = reading;
  const { t } = shown;
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('summaries.categories'),
        chapters: t('seen.chapters', { chapter: shown.chapter }),
      })}
      place="categories"
    >
      <Figure {...shown} figure={needsByCategory(shown)} />
      <Figure {...shown} figure={regionsOfCategories(shown)} />
      <h2>{t('seen.sideBySide.regions')}</h2>
      <FigureGroup {...shown} group={regionsSideBySide(shown)} />
    </SummaryPage>
  );
}
