import { Tags } from '#components/summaries/figures/tags';
import { TagArticlesTable, TagCategoriesTable } from '#components/summaries/tag-tables';
import { TopicsTable } from '#components/summaries/topic-tables';
import { MissingPage } from '../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

export default async function CrossCuttingSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, shown } = reading;
  const { t, chapter } = shown;
  const { tag, topic } = await namesOf(actor, locale);
  return (
    <SummaryPage reading={reading} title={t('summaries.crossCuttingTitle', { chapter })} place="cross-cutting">
      <Tags {...shown} nameOf={tag} />
      <h2>{t('summaries.categories')}</h2>
      <TagCategoriesTable {...shown} nameOf={tag} />
      <h2>{t('summaries.articles')}</h2>
      <TagArticlesTable {...shown} nameOf={tag} />
      <h2>{t('summaries.topics')}</h2>
      <TopicsTable {...shown} nameOf={topic} />
    </SummaryPage>
  );
}
