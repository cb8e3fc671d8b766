import { ColleaguesTable } from '#components/accounts/colleagues-table';
import { ContributorForm } from '#components/accounts/contributor-form';
import { HandoverForm } from '#components/accounts/handover-form';
import { HandoversTable } from '#components/accounts/handovers-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import type { FormError } from '#components/ui/error-summary';
import { Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { listColleagues } from '#lib/people/colleagues/queries';
import type { Locale } from '#lib/convention/names';
import { listHandovers } from '#lib/people/handovers/queries';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** Both forms have a name and an address: the fields of a successor have ids of their own. */
const withFieldIds = (errors: readonly FormError[]): FormError[] =>
  errors.map(({ field, text }) => ({
    field: field === 'name' || field === 'email' ? `new-${field}` : field,
    text,
  }));

/** The people of a focal point's State: contributors, invitations and the handover. */
export default async function Colleagues({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/accounts/colleagues`);
  if (actor.role !== 'focal-point') return <ForbiddenPage locale={locale} />;
  const [colleagues, handovers, { done }] = await Promise.all([
    listColleagues(actor),
    listHandovers(actor),
    searchParams,
  ]);
  const invitation = formResult(locale, t, '/colleagues/invite');
  const handover = formResult(locale, t, '/hand-over');
  const { form, notice } = formResult(locale, t);
  const handoverErrors = withFieldIds(handover.errors);
  const errors = [...invitation.errors, ...handoverErrors];
  const by = actor.accountId!;
  return (
    <Page
      title={t('colleagues.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('colleagues.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'deactivated' && !form ? (
        <Notice kind="ok">
          <p>{t('colleagues.deactivated')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('colleagues.lead')}</p>
      <ColleaguesTable {...{ locale, t, by, colleagues }} />
      <h2 id="invite">{t('colleagues.invite')}</h2>
      <p className="hint">{t('colleagues.inviteLead')}</p>
      <ContributorForm {...{ locale, t, by }} form={invitation.form} errors={invitation.errors} />
      <h2 id="hand-over">{t('colleagues.handOver')}</h2>
      <p className="hint">{t('colleagues.handOverLead')}</p>
      <HandoverForm
        {...{ locale, t, by, colleagues }}
        form={handover.form}
        errors={handoverErrors}
      />
      {handovers.length > 0 ? <HandoversTable locale={locale} t={t} handovers={handovers} /> : null}
    </Page>
  );
}
