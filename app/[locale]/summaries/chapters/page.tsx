import { Figure } from '#components/summaries/figures/figure';
import { needsByArticle } from '#lib/counting/summary-figures/by-article';
import { ChaptersTables } from '#components/summaries/chapters-table';
import { chaptersOfCycle, chapterTitle } from '#lib/convention/chapters';
import { countsByChapter } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { readTogether, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** The chapters of a cycle, each by itself and both together. */
export default async function ChaptersSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readTogether(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view, opensFor } = reading;
  const { t, chapter } = view;
  const chapters = chaptersOfCycle(question.parameters.cycle);
  const counts = countsByChapter(actor, question, chapters);
  const rows = [
    ...chapters.map((each, i) => ({
      key: each,
      name: `${each} · ${chapterTitle(each, locale)}`,
      count: counts[i]!,
      opens: opensFor([each]),
    })),
    { key: 'both', name: t('seen.together.both'), count: view.count, opens: view.opens },
  ];
  return (
    <SummaryPage
      reading={reading}
      title={t('seen.titled', {
        page: t('seen.pages.chapters'),
        chapters: t('seen.chapters', { chapter }),
      })}
      place="chapters"
    >
      <ChaptersTables {...view} rows={rows} />
      <h2>{t('summaries.articles')}</h2>
      <Figure {...view} figure={needsByArticle(view)} />
    </SummaryPage>
  );
}
