import { ForgottenForm } from '#components/accounts/forgotten-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { environment } from '#lib/base/env';
import type { Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import { forgottenMinutes } from '#lib/people/accounts/one-time-links';
import { translator } from '#lib/text/i18n';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** Sends a link for a new password to whoever has forgotten theirs. */
export default async function ForgottenPassword({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const { form, errors, notice } = formResult(locale, t, '/send');
  const isSent = (await searchParams).done === 'sent';
  const hasMail = environment().mail !== null;
  return (
    <Page
      title={t('forgotten.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{t('forgotten.title')}</h1>
        <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
        {isSent ? (
          <Notice kind="ok">
            <p>{t('forgotten.sent', { minutes: forgottenMinutes })}</p>
          </Notice>
        ) : null}
        {hasMail ? (
          <>
            <p className="lead">{t('forgotten.lead', { minutes: forgottenMinutes })}</p>
            <ForgottenForm {...{ locale, t, form, errors }} />
          </>
        ) : (
          <p className="lead">{t('signIn.forgotten')}</p>
        )}
        <p>
          <a href={`/${locale}/accounts/sign-in`}>{t('signIn.title')}</a>
        </p>
      </div>
    </Page>
  );
}
