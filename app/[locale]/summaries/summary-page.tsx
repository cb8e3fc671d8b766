import type { ReactNode } from 'react';
import { FilterSummary } from '#components/summaries/filter-summary';
import { SubNavigation, type Place } from '#components/summaries/sub-navigation';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import type { ParameterName } from '#lib/counting/filter/parameters';
import type { SummaryReading } from './read-summary';

type Props = Readonly<{
  reading: SummaryReading;
  title: string;
  place: Place;
  children: ReactNode;
}>;

/** The parameters that the path of a page sets: the region, article or category that it is about. */
const fixedBy: Readonly<Record<string, readonly ParameterName[]>> = {
  regions: ['region'],
  articles: ['article'],
  categories: ['category'],
};

/**
 * The frame of every summary page: the filter as a sentence, and links to the other pages.
 */
export function SummaryPage({ reading: { view, filterSummary }, title, place, children }: Props) {
  const { locale, t, count, chapter, query } = view;
  const home = `/${locale}/summaries`;
  const [kind = '', one] = place.split('/');
  const fixed = one ? (fixedBy[kind] ?? []) : [];
  const summary = filterSummary(`${home}${place && '/'}${place}`, fixed);
  const { errors } = summary;
  const crumbs =
    place === '' ? [] : [{ href: home + query, label: t('summaries.title', { chapter }) }];
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={crumbs}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      {errors.length > 0 ? <p className="note">{t('seen.kept')}</p> : null}
      <FilterSummary {...summary} />
      <SubNavigation {...view} place={place} />
      {count.totals.summaries === 0 ? <p className="lead">{t('summaries.empty')}</p> : null}
      {children}
    </Page>
  );
}
