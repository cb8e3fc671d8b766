import { randomUUID } from 'node:crypto';
import { PlansTable } from '#components/plans/plans-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { mayEditPlans, listPlans, maySeePlans } from '#lib/assistance/plans/queries';
import { maxTitleLength } from '#lib/assistance/plans/vocabulary';
import { ForbiddenPage } from '../../missing-page';

/** The plans, with the form that begins another. */
export default async function Plans({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/assistance/plans`);
  if (!maySeePlans(actor)) return <ForbiddenPage locale={locale} />;
  const plans = await listPlans(actor);
  const { form = {}, errors, notice } = formResult(locale, t);
  return (
    <Page
      title={t('plans.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance/unmet`, label: t('unmet.title') }]}
    >
      <h1>{t('plans.title')}</h1>
      <p className="lead">{t('plans.lead')}</p>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {plans.length === 0 ? (
        <p>{t('plans.none')}</p>
      ) : (
        <PlansTable locale={locale} t={t} plans={plans} />
      )}
      {mayEditPlans(actor) ? (
        <form
          method="post"
          action={`/${locale}/assistance/plans/begin`}
          noValidate
          className="narrow"
        >
          <h2>{t('plans.new')}</h2>
          <input type="hidden" name="by" value={actor.accountId!} />
          <input type="hidden" name="id" value={textOf(form, 'id') || randomUUID()} />
          <TextField
            name="title"
            label={t('plans.name')}
            maxLength={maxTitleLength}
            dir="auto"
            defaultValue={textOf(form, 'title')}
            error={errorOf(errors, 'title')}
          />
          <div className="buttons">
            <button className="button">{t('plans.new')}</button>
          </div>
        </form>
      ) : null}
    </Page>
  );
}
