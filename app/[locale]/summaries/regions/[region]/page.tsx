import { MatrixTable } from '#components/summaries/matrix-table';
import { Said } from '#components/summaries/said';
import { Totals } from '#components/summaries/totals';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/auth';
import type { Locale } from '#lib/convention/names';
import { isRegion, regionCodes, regionName, regionShortName } from '#lib/convention/regions';
import { environment } from '#lib/env';
import { translator } from '#lib/i18n';
import { summaryAsked, summaryQuery } from '#lib/summaries/asked';
import { summary } from '#lib/summaries/queries';
import { MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; region: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegionSummary({ params, searchParams }: Params) {
  const { locale, region } = await params;
  if (!isRegion(region)) return <MissingPage locale={locale} />;
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return <MissingPage locale={locale} />;
  const { asked, faults } = summaryAsked(await searchParams);
  const errors = faults.map(({ name, value }) => ({ field: name, text: t('errors.unknownFilter', { value: value.slice(0, 40), name: t(`summaries.${name}`) }) }));
  const count = await summary(actor, { cycle: asked.cycle, chapters: [asked.chapter], cutoff: asked.cutoff, regions: [region] });
  const query = summaryQuery(asked);
  const title = t('summaries.matrixOf', { region: regionName(region, locale) });
  return (
    <Page title={title} site={t('site.name')} alert={errors.length > 0 ? t('problem.error') : undefined} crumbsLabel={t('site.breadcrumbs')} crumbs={[{ href: `/${locale}/summaries${query}`, label: t('summaries.title', { chapter: asked.chapter }) }]}>
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      <Said locale={locale} t={t} asked={asked} region={region} action={`/${locale}/summaries/regions/${region}`} revision={count.revision} errors={errors} />
      <nav aria-label={t('summaries.regions')}>
        <ul className="tabs">{regionCodes.map((code) => <li key={code}><a href={`/${locale}/summaries/regions/${code}${query}`} aria-current={code === region ? 'page' : undefined}>{regionShortName(code, locale)}</a></li>)}</ul>
      </nav>
      <Totals locale={locale} t={t} totals={count.totals} />
      <MatrixTable locale={locale} t={t} matrix={count.matrices.find((matrix) => matrix.region === region)!} chapter={asked.chapter} />
    </Page>
  );
}
