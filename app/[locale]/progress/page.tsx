import { ProgressTable } from '#components/progress/progress-table';
import { StepsTable } from '#components/progress/steps-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { translator, type Translate } from '#lib/text/i18n';
import {
  countFourEyesLifts,
  allReviewProgress,
  maySeeProgress,
  completedSteps,
} from '#lib/review/progress/queries';
import {
  progressByRegion,
  stepStatisticsByRegion,
  minimumNeeds,
} from '#lib/counting/count/progress';
import { ForbiddenPage } from '../missing-page';

type TableProps = Readonly<{
  locale: Locale;
  t: Translate;
  reviews: Awaited<ReturnType<typeof allReviewProgress>>;
}>;
type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ written?: string }> };

const ProgressByRegion = ({ locale, t, reviews }: TableProps) => (
  <>
    <h2>{t('progress.byRegion')}</h2>
    <ProgressTable
      locale={locale}
      t={t}
      caption={t('progress.byRegion')}
      first={t('reviews.region')}
      rows={progressByRegion(reviews).map((row) => ({
        key: row.region,
        name: regionName(row.region, locale),
        ...row,
      }))}
    />
  </>
);

const RemindForm = ({ locale, t }: Omit<TableProps, 'reviews'>) => (
  <>
    <h2>{t('progress.remind')}</h2>
    <form method="post" action={`/${locale}/progress/remind`}>
      <p className="hint">{t('progress.remindLead')}</p>
      <div className="buttons">
        <button className="button second">{t('progress.remind')}</button>
      </div>
    </form>
  </>
);

const ProgressByReview = ({ locale, t, reviews }: TableProps) => (
  <>
    <h2>{t('progress.byReview')}</h2>
    <ProgressTable
      locale={locale}
      t={t}
      caption={t('progress.byReview')}
      first={t('reviews.state')}
      rows={reviews.map((row) => ({
        key: row.id,
        href: `/${locale}/reviews/${row.id}`,
        name: stateName(row.stateCode, locale),
        note: `${t(`cycles.${row.cycle}`)}${row.closed ? ` · ${t('progress.closed')}` : ''}`,
        ...row,
      }))}
    />
  </>
);

export default async function Progress({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/progress`);
  if (!maySeeProgress(actor)) return <ForbiddenPage locale={locale} />;
  const [reviews, steps, lifts, { written = '' }] = await Promise.all([
    allReviewProgress(actor),
    completedSteps(actor),
    countFourEyesLifts(actor),
    searchParams,
  ]);
  const { notice } = formResult(locale, t);
  return (
    <Page title={t('progress.title')} site={t('site.name')}>
      <h1>{t('progress.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={[]} notice={notice} />
      {/^\d{1,6}$/.test(written) ? (
        <Confirmation>{t('progress.reminded', { count: Number(written) })}</Confirmation>
      ) : null}
      <p className="lead">{t('progress.lead')}</p>
      <ProgressByRegion locale={locale} t={t} reviews={reviews} />
      <h2>{t('progress.days')}</h2>
      <StepsTable locale={locale} t={t} days={stepStatisticsByRegion(steps)} least={minimumNeeds} />
      <p>
        {t('progress.lifted', { count: lifts })}{' '}
        <a href={`/${locale}/admin/settings`}>{t('settings.title')}</a>
      </p>
      <RemindForm locale={locale} t={t} />
      <ProgressByReview locale={locale} t={t} reviews={reviews} />
    </Page>
  );
}
