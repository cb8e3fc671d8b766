import type { ReactNode } from 'react';
import { FilterSummary } from '#components/summaries/filter-summary';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { summaryQuery } from '#lib/counting/filter/page-query';
import { countHiddenSummaries } from '#lib/counting/summaries/page-queries';
import type { SummaryReading } from './read-summary';

type Props = Readonly<{
  reading: SummaryReading;
  title: string;
  place: 'needs' | 'states' | 'completed';
  children: ReactNode;
}>;

/**
 * The frame of the lists behind numbers: the filter as a sentence, the link back, and how many
 * summaries the reader does not see.
 */
export function ListPage({
  reading: { actor, question, view, filterSummary },
  title,
  place,
  children,
}: Props) {
  const { locale, t, chapter } = view;
  const home = `/${locale}/summaries`;
  const summary = filterSummary(`${home}/${place}`);
  const { errors } = summary;
  const unseen = countHiddenSummaries(actor, question);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        {
          href:
            home +
            summaryQuery(question.parameters, {
              row: undefined,
              with: undefined,
              since: undefined,
            }),
          label: t('summaries.title', { chapter }),
        },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      {errors.length > 0 ? <p className="note">{t('seen.kept')}</p> : null}
      <FilterSummary {...summary} />
      {children}
      {unseen > 0 ? <p className="note">{t('seen.unpublished', { count: unseen })}</p> : null}
    </Page>
  );
}
