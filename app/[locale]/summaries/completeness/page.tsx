import { AnsweredArticles, AnsweredRegions } from '#components/summaries/completeness-tables';
import { completenessForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** Which articles are answered in the country reviews, by regional group. */
export default async function CompletenessSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view } = reading;
  const { t } = view;
  const complete = await completenessForPage(actor, question);
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('seen.pages.completeness'),
        chapters: t('seen.chapters', { chapter: view.chapter }),
      })}
      place="completeness"
    >
      <AnsweredRegions {...view} complete={complete} />
      <AnsweredArticles {...view} complete={complete} />
      <p className="tools">
        <a href={`/${locale}/summaries/export/completeness${view.query}`} rel="nofollow">
          {t('seen.download')}
        </a>
        {' · '}
        <a href={`/${locale}/summaries/export/completeness.xlsx${view.query}`} rel="nofollow">
          {t('seen.downloadWorkbook')}
        </a>
      </p>
    </SummaryPage>
  );
}
