import { ChangedNeeds } from '#components/comparisons/changed-needs';
import { CompareForm } from '#components/comparisons/compare-form';
import { Leading } from '#components/comparisons/leading';
import { SubNavigation } from '#components/summaries/sub-navigation';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { comparison } from '#lib/counting/comparisons/queries';
import { regionName, regionShortName } from '#lib/convention/regions';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { formatDate, formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { answerAs } from '#lib/http/page-status';
import { chaptersName, summaryQuery } from '#lib/counting/summaries/asked';
import { comparisonAsked } from '#lib/counting/summaries/compare-asked';
import { leastSummaries } from '#lib/counting/summaries/figures';
import { noFilter } from '#lib/counting/summaries/filter';
import { currentRevision } from '#lib/counting/summaries/load';
import { MissingPage } from '../../missing-page';
import { namesOf, type SummaryParams } from '../reading';
import { ComparedTables } from './tables';

/** Two cut-offs, two revisions, or two regional groups; never two States. */
export default async function CompareSummaries({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return <MissingPage locale={locale} />;
  const t = translator(locale);
  const latest = await currentRevision();
  const { asked, faults } = comparisonAsked(await searchParams, {
    today: today(),
    revision: latest,
  });
  if (faults.length > 0) answerAs(400);
  const nameOf = (name: (typeof faults)[number]['name']) =>
    name === 'chapter' || name === 'cycle' ? t(`summaries.${name}`) : t(`compared.names.${name}`);
  const errors = faults.map(({ name, value, why }) => ({
    field: name,
    text: t(`compared.faults.${why}`, { name: nameOf(name), value: value.slice(0, 40), latest }),
  }));
  const [compared, names] = await Promise.all([comparison(actor, asked), namesOf(actor, locale)]);
  const { region, against, chapters, cycle } = asked;
  const chapter = chaptersName(chapters);
  const [first, second] = compared.sides.map(({ cutoff, revision }) => ({
    date: formatDate(locale, cutoff),
    revision: formatNumber(locale, revision),
  }));
  const sameRevision = first!.revision === second!.revision;
  const sideHead = (side: typeof first) =>
    sameRevision ? t('compared.until', { date: side!.date }) : t('compared.untilAt', side!);
  const heads =
    against && region
      ? ([regionShortName(region, locale), regionShortName(against, locale)] as const)
      : ([sideHead(first), sideHead(second)] as const);
  const query = summaryQuery({
    ...noFilter,
    cycle,
    chapters,
    from: null,
    cutoff: asked.cutoff,
    revision: null,
  });
  const title = t('compared.title', { chapter });
  const left = [...compared.changes.values()].reduce((sum, { rest }) => sum + Math.abs(rest), 0);
  const comparing = { locale, t, heads, overTime: against === null };
  const said = {
    first: sideHead(first),
    second: sideHead(second),
    cycle: String(cycle),
    region: region ? regionName(region, locale) : t('compared.everywhere'),
  };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/summaries${query}`, label: t('summaries.title', { chapter }) }]}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      <div className="said">
        {against && region
          ? t('compared.saidRegions', { ...said, against: regionName(against, locale) })
          : t('compared.said', said)}{' '}
        <span className="note">{t('summaries.asOf', { revision: compared.after.revision })}</span>
        <details open={errors.length > 0}>
          <summary>{t('compared.choose')}</summary>
          <CompareForm
            locale={locale}
            t={t}
            action={`/${locale}/summaries/compare`}
            asked={asked}
            errors={errors}
          />
        </details>
      </div>
      <SubNavigation locale={locale} t={t} chapters={chapters} query={query} place="compare" />
      {against && region ? (
        [
          { of: region, count: compared.before },
          { of: against, count: compared.after },
        ].map(({ of, count }) => (
          <Leading
            key={of}
            locale={locale}
            t={t}
            region={of}
            count={count}
            fewest={leastSummaries}
          />
        ))
      ) : (
        <p className="prose">
          {t('compared.how')} {t('compared.left', { count: left })}
        </p>
      )}
      {region && !against ? (
        <Leading
          locale={locale}
          t={t}
          region={region}
          count={compared.after}
          fewest={leastSummaries}
        />
      ) : null}
      <ComparedTables
        {...comparing}
        compared={compared}
        query={query}
        byRegion={region === null}
        names={names}
      />
      {against ? null : (
        <>
          <h2>{t('compared.changedTitle')}</h2>
          <ChangedNeeds
            locale={locale}
            t={t}
            names={names}
            changed={compared.changed}
            inAll={compared.changedInAll}
          />
        </>
      )}
    </Page>
  );
}
