import type { ReactNode } from 'react';
import { Said } from '#components/summaries/said';
import { SubNavigation, type Place } from '#components/summaries/sub-navigation';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import type { Reading } from './reading';

type Props = Readonly<{ reading: Reading; title: string; place: Place; children: ReactNode }>;

/** The frame of every summary page: what is counted, said as a sentence, and the way to the other pages. */
export function SummaryPage({ reading: { asked, errors, region, shown }, title, place, children }: Props) {
  const { locale, t, count, chapter, query } = shown;
  const home = `/${locale}/summaries`;
  const crumbs = place === '' ? [] : [{ href: home + query, label: t('summaries.title', { chapter }) }];
  return (
    <Page title={title} site={t('site.name')} alert={errors.length > 0 ? t('problem.error') : undefined} crumbsLabel={t('site.breadcrumbs')} crumbs={crumbs}>
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      <Said locale={locale} t={t} asked={asked} region={region} ofChapter={place.startsWith('articles/')} action={`${home}${place && '/'}${place}`} revision={count.revision} errors={errors} />
      <SubNavigation locale={locale} t={t} chapter={chapter} query={query} place={place} />
      {count.totals.summaries === 0 ? <p className="lead">{t('summaries.empty')}</p> : null}
      {children}
    </Page>
  );
}
