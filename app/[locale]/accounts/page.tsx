import { AccountsTable } from '#components/accounts/accounts-table';
import { HandoversTable } from '#components/accounts/handovers-table';
import { InvitationForm } from '#components/accounts/invitation-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { listAccounts } from '#lib/people/accounts/queries';
import type { Locale } from '#lib/convention/names';
import { listHandovers } from '#lib/people/handovers/queries';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../missing-page';

/** The accounts of the register, for the administrator. */
export default async function Accounts({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/accounts`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const accounts = await listAccounts(actor);
  const handovers = await listHandovers(actor);
  const { form, errors, notice } = formResult(locale, t);
  return (
    <Page
      title={t('accounts.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('accounts.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <AccountsTable {...{ locale, t, accounts }} ownId={actor.accountId} />
      <h2 id="invite">{t('accounts.invite')}</h2>
      <p className="hint">{t('accounts.inviteLead')}</p>
      <InvitationForm
        {...{ locale, t, form, errors }}
        by={actor.accountId!}
        roles={['manager', 'administrator', 'provider', 'adviser']}
      />
      {handovers.length > 0 ? <HandoversTable {...{ locale, t, handovers }} withState /> : null}
    </Page>
  );
}
