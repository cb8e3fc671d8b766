import { Figure } from '#components/summaries/figures/figure';
import { Sentence } from '#components/summaries/sentence';
import { needsByTag } from '#lib/counting/summary-figures/by-tag';
import { sentence } from '#lib/counting/summary-figures/sentences';
import { CrossedTable } from '#components/summaries/crossed-table';
import { TagArticlesTable, TagCategoriesTable } from '#components/summaries/tag-tables';
import { TopicsTable } from '#components/summaries/topic-tables';
import { crossTabulationForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { namesOf, readSummary, type SummaryParams } from '../read-summary';
import { SummaryPage } from '../summary-page';

/** Cross-cutting issues and topics. */
export default async function CrossCuttingSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view } = reading;
  const { t, chapter, count } = view;
  const { tag, topic } = await namesOf(actor, locale);
  const topics = count.topics.map(({ topic: key, needs: n }) => ({ key, n }));
  return (
    <SummaryPage
      reading={reading}
      title={t('summaries.crossCuttingTitle', { chapter })}
      place="cross-cutting"
    >
      <Figure {...view} figure={needsByTag(view, tag)} />
      <h2>{t('summaries.categories')}</h2>
      <TagCategoriesTable {...view} nameOf={tag} />
      <h2>{t('summaries.articles')}</h2>
      <TagArticlesTable {...view} nameOf={tag} />
      <h2>{t('summaries.topics')}</h2>
      <CrossedTable
        {...view}
        id="tags-topics"
        caption={t('seen.crossed.tagsByTopic')}
        head={t('summaries.topic')}
        counted={crossTabulationForPage(actor, question, 'topics', 'tags')}
        rows={{
          codes: count.topics.map(({ topic: code }) => code),
          nameOf: topic,
          cell: (code) => ({ topic: code }),
        }}
        columns={{
          codes: count.tags.map(({ tag: code }) => code),
          nameOf: tag,
          cell: (code) => ({ tag: code }),
        }}
      />
      <TopicsTable {...view} nameOf={topic} />
      <Sentence>{sentence(view, 'topic', topics, topic)}</Sentence>
    </SummaryPage>
  );
}
