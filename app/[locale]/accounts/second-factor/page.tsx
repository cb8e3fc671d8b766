import { encode } from 'uqr';
import { RecoveryCodes, RemoveFactorForm, SetUpForm } from '#components/accounts/factor-forms';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { listOf } from '#lib/http/form';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { currentActor, requireEnrolling } from '#lib/sessions/auth';
import { ownSecondFactor } from '#lib/sessions/second-factor';
import { translator } from '#lib/text/i18n';

/** Sets up or ends the reader's own second factor. */
export default async function SecondFactor({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireEnrolling(locale, `/${locale}/accounts/second-factor`);
  const factor = (await ownSecondFactor(actor))!;
  const answer = currentSubmission();
  const codes = answer ? listOf(answer.form, 'codes') : [];
  const { errors, notice, verb } = formResult(locale, t, '/set-up', '/remove');
  const isEnrolling = (await currentActor()).role === 'public';
  const errorsOf = (form: string) => (verb === form ? errors : []);
  const picture = encode(factor.address, { border: 4 });
  return (
    <Page
      title={t('factor.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{t('factor.title')}</h1>
        <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
        {isEnrolling ? (
          <Notice kind="warn">
            <p>{t('factor.required')}</p>
          </Notice>
        ) : null}
        {codes.length > 0 ? <RecoveryCodes t={t} codes={codes} /> : null}
        {factor.isSetUp ? (
          <RemoveFactorForm
            {...{ locale, t }}
            left={factor.recoveryCodesLeft}
            errors={errorsOf('remove')}
          />
        ) : (
          <SetUpForm {...{ locale, t, factor, picture }} errors={errorsOf('set-up')} />
        )}
        <p>
          <a href={`/${locale}/accounts/me`}>{t('account.title')}</a>
        </p>
      </div>
    </Page>
  );
}
