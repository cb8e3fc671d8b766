import { ChangedNeeds } from '#components/comparisons/changed-needs';
import { CompareForm } from '#components/comparisons/compare-form';
import { Leading } from '#components/comparisons/leading';
import { SubNavigation } from '#components/summaries/sub-navigation';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { compareSides, type ComparisonResult } from '#lib/counting/comparisons/queries';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { translator, type Translate } from '#lib/text/i18n';
import { setPageStatus } from '#lib/http/page-status';
import { chaptersName, summaryQuery } from '#lib/counting/filter/page-query';
import {
  parseComparison,
  type ComparisonParameters,
} from '#lib/counting/comparisons/comparison-parameters';
import { minimumSummaries } from '#lib/counting/figures/figures';
import { noFilter } from '#lib/counting/filter/filter';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { MissingPage } from '../../missing-page';
import { namesOf, type SummaryParams } from '../read-summary';
import { ComparedTables } from './compared-tables';
import { sideLists } from './side-lists';
import { comparisonSentence, errorsOf, headsOf } from './comparison-texts';

type View = Readonly<{
  locale: Locale;
  t: Translate;
  asked: ComparisonParameters;
  compared: ComparisonResult;
}>;

/** The query of the summary of the second side. */
const secondSideQuery = ({ cycle, chapters, cutoff }: ComparisonParameters) =>
  summaryQuery({ ...noFilter, cycle, chapters, from: null, cutoff, revision: null });

/** The parameters of a comparison as part of an address. */
function comparisonQuery({ chapters, ...asked }: ComparisonParameters): string {
  const given = Object.entries({ ...asked, chapter: chapters.join(',') }).filter(
    ([, value]) => value !== null,
  );
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The categories with most needs, and how the changes are explained. */
function Introduction({ locale, t, asked, compared }: View) {
  const { region, against } = asked;
  const { before, after, changes } = compared;
  const common = { locale, t, fewest: minimumSummaries };
  if (region && against) {
    return (
      <>
        <Leading {...common} region={region} count={before} />
        <Leading {...common} region={against} count={after} />
      </>
    );
  }
  const unexplained = [...changes.values()].reduce((sum, { rest }) => sum + Math.abs(rest), 0);
  return (
    <>
      <p className="prose">
        {t('compared.how')} {t('compared.left', { count: unexplained })}
      </p>
      {region ? <Leading {...common} region={region} count={after} /> : null}
    </>
  );
}

/** The compared numbers as files. */
const Downloads = ({
  t,
  address,
  query,
}: Readonly<{ t: Translate; address: string; query: string }>) => (
  <p className="tools">
    <a href={address + query} rel="nofollow">
      {t('seen.download')}
    </a>
    {' · '}
    <a href={`${address}.xlsx${query}`} rel="nofollow">
      {t('seen.downloadWorkbook')}
    </a>
  </p>
);

/** Two cut-offs, two revisions, or two regional groups; never two States. */
export default async function CompareSummaries({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return <MissingPage locale={locale} />;
  const t = translator(locale);
  const latest = await latestSeenRevision(actor);
  const present = { today: today(), revision: latest };
  const { parameters: asked, faults } = parseComparison(await searchParams, present);
  if (faults.length > 0) setPageStatus(400);
  const errors = errorsOf(t, faults, latest);
  const [compared, names] = await Promise.all([compareSides(actor, asked), namesOf(actor, locale)]);
  const { region, against, chapters } = asked;
  const view = { locale, t, asked, compared };
  const chapter = chaptersName(chapters);
  const path = `/${locale}/summaries`;
  const query = secondSideQuery(asked);
  const title = t('compared.title', { chapter });
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: path + query, label: t('summaries.title', { chapter }) }]}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      <div className="said">
        {comparisonSentence(view)}{' '}
        <span className="note">{t('summaries.asOf', { revision: compared.after.revision })}</span>
        <details open={errors.length > 0}>
          <summary>{t('compared.choose')}</summary>
          <CompareForm {...{ locale, t, asked, errors }} action={`${path}/compare`} />
        </details>
      </div>
      <SubNavigation {...{ locale, t, chapters, query }} place="compare" />
      <Introduction {...view} />
      <ComparedTables
        {...{ locale, t, compared, query, names }}
        opens={sideLists(locale, asked, compared)}
        heads={headsOf(view)}
        overTime={against === null}
        byRegion={region === null}
      />
      <Downloads t={t} address={`${path}/export/compare`} query={comparisonQuery(asked)} />
      {against ? null : (
        <>
          <h2>{t('compared.changedTitle')}</h2>
          <ChangedNeeds
            {...{ locale, t, names }}
            changed={compared.changed}
            inAll={compared.changedInAll}
          />
        </>
      )}
    </Page>
  );
}
