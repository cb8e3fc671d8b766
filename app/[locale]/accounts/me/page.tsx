import { AccountFacts } from '#components/accounts/account-facts';
import { PasswordForm } from '#components/accounts/password-form';
import { MailPreferenceForm } from '#components/mail/mail-preference';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { mailPreferenceOf } from '#lib/review/mail/queries';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** What the reader has just changed, as the address says after the form. */
function doneText(t: Translate, done: string | undefined): string | undefined {
  if (done === 'password') return t('account.changed');
  return done === 'mail' ? t('mail.preference.saved') : undefined;
}

/** The reader's own account: facts, mail preference and password. */
export default async function MyAccount({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/accounts/me`);
  const { errors, notice } = formResult(locale, t, '/change-password', '/set-mail');
  const { done } = await searchParams;
  const saved = doneText(t, done);
  return (
    <Page
      title={t('account.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('account.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {saved ? (
        <Notice kind="ok">
          <p>{saved}</p>
        </Notice>
      ) : null}
      <AccountFacts {...{ locale, t, actor }} />
      <MailPreferenceForm
        {...{ locale, t, errors }}
        by={actor.accountId!}
        chosen={await mailPreferenceOf(actor)}
      />
      <p>
        <a href={`/${locale}/accounts/tokens`}>{t('api.token.title')}</a>
      </p>
      <h2>{t('account.password')}</h2>
      <PasswordForm {...{ locale, t, errors }} />
    </Page>
  );
}
