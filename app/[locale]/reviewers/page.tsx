import { LeaveForm, NominationForm } from '#components/reviewers/reviewer-forms';
import { ProposedAssignments } from '#components/reviewers/proposed-assignments';
import { ReviewersTable } from '#components/reviewers/reviewers-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { assignmentsFingerprint } from '#lib/people/reviewers/commands';
import { proposedAssignments, listReviewers, stateOptions } from '#lib/people/reviewers/queries';
import { ForbiddenPage } from '../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ assigned?: string }> };

export default async function Reviewers({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviewers`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const [reviewers, states, proposed, { assigned = '' }] = await Promise.all([
    listReviewers(actor),
    stateOptions(actor),
    proposedAssignments(actor),
    searchParams,
  ]);
  const { form, verb, errors, notice } = formResult(locale, t);
  const answerTo = (sentVerb: string) => (verb === sentVerb ? { form, errors } : { errors: [] });
  const common = { locale, t, by: actor.accountId ?? '', reviewers };
  // Both forms name a reviewer, so the field has an id of its own in each.
  const fieldId = (field: string) => (field === 'accountId' ? `${verb}-accountId` : field);
  return (
    <Page
      title={t('reviewers.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('reviewers.title')}</h1>
      <FormResultNotice
        problem={t('problem.title')}
        errors={errors.map(({ field, text }) => ({ field: fieldId(field), text }))}
        notice={notice}
      />
      {/^\d{1,6}$/.test(assigned) && !form ? (
        <Confirmation>{t('reviewers.assigned', { count: Number(assigned) })}</Confirmation>
      ) : null}
      <p className="lead">{t('reviewers.lead')}</p>
      {reviewers.length > 0 ? (
        <ReviewersTable locale={locale} t={t} reviewers={reviewers} />
      ) : (
        <p>{t('reviews.noPeople')}</p>
      )}
      <NominationForm {...common} states={states} {...answerTo('nominate')} />
      <LeaveForm {...common} {...answerTo('leave')} />
      <ProposedAssignments
        locale={locale}
        t={t}
        proposed={proposed}
        fingerprint={assignmentsFingerprint(actor, proposed)}
      />
    </Page>
  );
}
