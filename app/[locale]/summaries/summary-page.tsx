import type { ReactNode } from 'react';
import { Said } from '#components/summaries/said';
import { SubNavigation, type Place } from '#components/summaries/sub-navigation';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import type { Name } from '#lib/counting/summaries/parameters';
import type { Reading } from './reading';

type Props = Readonly<{ reading: Reading; title: string; place: Place; children: ReactNode }>;

/** What the pages of one region, article or category are about by themselves. */
const fixedBy: Readonly<Record<string, readonly Name[]>> = {
  regions: ['region'],
  articles: ['article'],
  categories: ['category'],
};

/**
 * The frame of every summary page: what is counted, said as a sentence, and the way to the other
 * pages.
 */
export function SummaryPage({ reading: { shown, said, words }, title, place, children }: Props) {
  const { locale, t, count, chapter, query } = shown;
  const home = `/${locale}/summaries`;
  const [kind = '', one] = place.split('/');
  const saying = said(`${home}${place && '/'}${place}`, one ? (fixedBy[kind] ?? []) : [], words);
  const { errors } = saying;
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
      <Said {...saying} />
      <SubNavigation {...shown} place={place} />
      {count.totals.summaries === 0 ? <p className="lead">{t('summaries.empty')}</p> : null}
      {children}
    </Page>
  );
}
