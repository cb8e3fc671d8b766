import { GatherForm, MakeForm } from '#components/plans/plan-forms';
import { PlanNeeds } from '#components/plans/plan-needs';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { mayPlan, needsOfPlan, planById, seesPlans } from '#lib/assistance/plans/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

export default async function Plan({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/assistance/plans/${encodeURIComponent(id)}`);
  if (!seesPlans(actor)) return <ForbiddenPage locale={locale} />;
  const plan = await planById(actor, id);
  if (!plan) return <MissingPage locale={locale} />;
  const [needs, { topics }, { form = {}, errors, notice }] = [
    await needsOfPlan(actor, id),
    await vocabulary(actor),
    answered(locale, t),
  ];
  const open = mayPlan(actor) && plan.assistanceId === null;
  const given = { locale, t, planId: id, by: actor.accountId!, form, errors };
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
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">
        {needs.length === 0
          ? t('plans.empty')
          : t('plans.would', {
              needs: needs.length,
              states: new Set(needs.map(({ stateId }) => stateId)).size,
            })}
      </p>
      {plan.assistanceId ? (
        <p>
          {t('plans.became')}:{' '}
          <a href={`/${locale}/assistance/${plan.assistanceId}`}>
            <bdi>{plan.activity}</bdi>
          </a>
        </p>
      ) : null}
      {needs.length > 0 ? (
        <>
          <p className="tools">
            <a href={`/${locale}/assistance/plans/${id}/export/docx`} rel="nofollow">
              {t('plans.docx')}
            </a>
            <a href={`/${locale}/assistance/plans/${id}/export/xlsx`} rel="nofollow">
              {t('plans.xlsx')}
            </a>
          </p>
          <PlanNeeds
            locale={locale}
            t={t}
            planId={id}
            needs={needs}
            by={open ? actor.accountId : null}
          />
        </>
      ) : null}
      {open ? (
        <>
          <GatherForm
            {...given}
            topics={topics.map(({ code, names }) => ({ value: code, label: names[locale] }))}
          />
          {needs.length > 0 ? <MakeForm {...given} /> : null}
        </>
      ) : null}
    </Page>
  );
}
