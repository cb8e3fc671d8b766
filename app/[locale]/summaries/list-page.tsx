import type { ReactNode } from 'react';
import { FilterSummary } from '#components/summaries/filter-summary';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { summaryQuery } from '#lib/counting/filter/page-query';
import { cellParameterNames } from '#lib/counting/filter/parameters';
import { seesWithoutPublication } from '#lib/counting/facts/scope';
import type { SummaryReading } from './read-summary';

type Props = Readonly<{
  reading: SummaryReading;
  title: string;
  place: 'needs' | 'states' | 'completed' | 'answered';
  children: ReactNode;
}>;

/**
 * The frame of the lists behind numbers: the filter as a sentence, the link back, and for
 * all but the secretariat that only published summaries are in it.
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
            summaryQuery(
              question.parameters,
              Object.fromEntries(cellParameterNames.map((name) => [name, undefined])),
            ),
          label: t('summaries.title', { chapter }),
        },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      {errors.length > 0 ? <p className="note">{t('seen.kept')}</p> : null}
      <FilterSummary {...summary} />
      {children}
      <p className="tools">
        <a href={`${home}/export/${place}${summaryQuery(question.parameters)}`} rel="nofollow">
          {t('seen.download')}
        </a>
        {' · '}
        <a href={`${home}/export/${place}.xlsx${summaryQuery(question.parameters)}`} rel="nofollow">
          {t('seen.downloadWorkbook')}
        </a>
      </p>
      {seesWithoutPublication(actor) === 'all' && !question.parameters.publishedOnly ? null : (
        <p className="note">{t('seen.unpublished')}</p>
      )}
    </Page>
  );
}
