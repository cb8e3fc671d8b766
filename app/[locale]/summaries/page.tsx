import { MatrixTable } from '#components/summaries/matrix-table';
import { Said } from '#components/summaries/said';
import { ArticlesTable, CategoriesTable, RegionsTable } from '#components/summaries/tables';
import { Totals } from '#components/summaries/totals';
import { Notice, Page } from '#components/ui/page';
import { ErrorSummary } from '#components/ui/error-summary';
import { currentActor } from '#lib/auth';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/env';
import { translator } from '#lib/i18n';
import { summaryAsked, summaryQuery } from '#lib/summaries/asked';
import { summary } from '#lib/summaries/queries';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Summaries({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const { asked, faults } = summaryAsked(await searchParams);
  const errors = faults.map(({ name, value }) => ({ field: name, text: t('errors.unknownFilter', { value: value.slice(0, 40), name: t(`summaries.${name}`) }) }));
  const title = t('summaries.title', { chapter: asked.chapter });
  const frame = { title, site: t('site.name'), alert: errors.length > 0 ? t('problem.error') : undefined };
  if (actor.role === 'public' && !environment().open) {
    return <Page {...frame}><h1>{title}</h1><Notice><p>{t('home.closed')}</p></Notice></Page>;
  }
  const count = await summary(actor, { cycle: asked.cycle, chapters: [asked.chapter], cutoff: asked.cutoff, regions: [] });
  const query = summaryQuery(asked);
  return (
    <Page {...frame}>
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={errors} />
      <Said locale={locale} t={t} asked={asked} action={`/${locale}/summaries`} revision={count.revision} errors={errors} />
      <Totals locale={locale} t={t} totals={count.totals} />
      {count.totals.summaries === 0 ? <p className="lead">{t('summaries.empty')}</p> : null}
      <h2>{t('summaries.regions')}</h2>
      <RegionsTable locale={locale} t={t} count={count} query={query} />
      <h2>{t('summaries.categories')}</h2>
      <CategoriesTable locale={locale} t={t} count={count} />
      <h2>{t('summaries.articles')}</h2>
      <ArticlesTable locale={locale} t={t} count={count} />
      <h2>{t('summaries.matrix')}</h2>
      <MatrixTable locale={locale} t={t} matrix={count.matrices.find(({ region }) => region === null)!} chapter={asked.chapter} />
      <h2>{t('summaries.howCounted')}</h2>
      <p className="prose">{t('summaries.howCountedText')}</p>
    </Page>
  );
}
