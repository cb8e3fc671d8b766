import { GatherForm, MakeForm } from '#components/plans/plan-forms';
import { PlanNeeds } from '#components/plans/plan-needs';
import { BecameActivity, PlanDownloads } from '#components/plans/plan-links';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import {
  mayEditPlans,
  needsOfPlan,
  planById,
  maySeePlans,
  type PlannedNeed,
} from '#lib/assistance/plans/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; id: string }> };

/** How many needs of how many States the plan would answer. */
function leadText(t: Translate, needs: readonly PlannedNeed[]): string {
  if (needs.length === 0) return t('plans.empty');
  const states = new Set(needs.map(({ stateId }) => stateId)).size;
  return t('plans.would', { needs: needs.length, states });
}

/** A plan: its needs, and while it is open the forms that add needs and make it an activity. */
export default async function Plan({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(
    locale,
    `/${locale}/assistance/plans/${encodeURIComponent(id)}`,
  );
  if (!maySeePlans(actor)) return <ForbiddenPage locale={locale} />;
  const plan = await planById(actor, id);
  if (!plan) return <MissingPage locale={locale} />;
  const needs = await needsOfPlan(actor, id);
  const { topics } = await vocabulary(actor);
  const { form = {}, errors, notice } = formResult(locale, t);
  const isOpen = mayEditPlans(actor) && plan.assistanceId === null;
  const common = { locale, t, planId: id };
  const forms = { ...common, by: actor.accountId!, form, errors };
  const topicOptions = topics.map(({ code, names }) => ({ value: code, label: names[locale] }));
  return (
    <Page
      title={plan.title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance/plans`, label: t('plans.title') }]}
    >
      <h1>
        <bdi>{plan.title}</bdi>
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{leadText(t, needs)}</p>
      {plan.assistanceId ? (
        <BecameActivity {...{ locale, t }} id={plan.assistanceId} reference={plan.activity} />
      ) : null}
      {needs.length > 0 ? (
        <>
          <PlanDownloads {...common} />
          <PlanNeeds {...common} needs={needs} by={isOpen ? actor.accountId : null} />
        </>
      ) : null}
      {isOpen ? <GatherForm {...forms} topics={topicOptions} /> : null}
      {isOpen && needs.length > 0 ? <MakeForm {...forms} /> : null}
    </Page>
  );
}
