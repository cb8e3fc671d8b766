import { AccountsTable } from '#components/accounts/accounts-table';
import { HandoversTable } from '#components/accounts/handovers-table';
import { InvitationForm } from '#components/accounts/invitation-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { accountsSeen } from '#lib/people/accounts/queries';
import type { Locale } from '#lib/convention/names';
import { handoversSeen } from '#lib/people/handovers/queries';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../missing-page';

/** The accounts of the register, for the administrator. */
export default async function Accounts({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/accounts`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const accounts = await accountsSeen(actor);
  const handovers = await handoversSeen(actor);
  const { form, errors, notice } = answered(locale, t);
  return (
    <Page
      title={t('accounts.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('accounts.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
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
