import { StatusesTable } from '#components/summaries/statuses-table';
import { FilterSummary } from '#components/summaries/filter-summary';
import type { SummaryView } from '#components/summaries/summary-view';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { HeatTable } from '#components/unmet/heat-table';
import { StatusByCategory, StatusByRegion } from '#components/unmet/status-tables';
import { Overlaps, Programmes, UnmetSince } from '#components/unmet/unmet-lists';
import {
  overlapsForPage,
  programmesForUnmet,
  unmetForPage,
} from '#lib/assistance/matches/unmet-queries';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../../summaries/read-summary';

/** Managers go on from here to plans and matches. */
const ManagerLinks = ({ locale, t }: Pick<SummaryView, 'locale' | 't'>) => (
  <ul className="tools">
    <li>
      <a href={`/${locale}/assistance/plans`}>{t('plans.title')}</a>
    </li>
    <li>
      <a href={`/${locale}/assistance/matches`}>{t('matches.title')}</a>
    </li>
  </ul>
);

/** The needs that are unmet, planned, being met and met, with the filter of the summaries. */
export default async function Unmet({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, view, filterSummary } = reading;
  const { t } = view;
  const picture = unmetForPage(actor, question);
  const summary = filterSummary(`/${locale}/assistance/unmet`);
  // Overlaps and programmes are known for the present revision only.
  const isPresent = question.parameters.revision === null;
  const overlaps = isPresent ? await overlapsForPage(actor, question, picture) : [];
  const programmes = isPresent ? await programmesForUnmet(actor, picture) : [];
  return (
    <Page
      title={t('unmet.title')}
      site={t('site.name')}
      alert={summary.errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('unmet.title')}</h1>
      <p className="lead">{t('unmet.lead')}</p>
      <ErrorSummary title={t('problem.title')} errors={summary.errors} />
      <FilterSummary {...summary} />
      {actor.role === 'manager' ? <ManagerLinks locale={locale} t={t} /> : null}
      <StatusByRegion {...view} first={picture.first} />
      <StatusByCategory {...view} />
      <h2 id="heat-title">{t('unmet.heat')}</h2>
      <HeatTable {...view} />
      <h2>{t('unmet.against')}</h2>
      <StatusesTable {...view} />
      <h2 id="since-title">{t('unmet.since')}</h2>
      <UnmetSince {...view} since={picture.since} />
      {isPresent ? (
        <>
          <h2>{t('unmet.overlaps')}</h2>
          <Overlaps {...view} overlaps={overlaps} />
        </>
      ) : null}
      {programmes.length > 0 ? (
        <>
          <h2>{t('unmet.programmes')}</h2>
          <Programmes {...view} programmes={programmes} />
        </>
      ) : null}
    </Page>
  );
}
