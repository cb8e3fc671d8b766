import { redirect } from 'next/navigation';
import { DemonstrationAccounts } from '#components/accounts/demonstration-accounts';
import { SignInForm, SignInReason } from '#components/accounts/sign-in-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { currentActor } from '#lib/sessions/auth';
import {
  demonstrationAccounts,
  demonstrationPassword,
} from '#lib/people/accounts/demonstration-accounts';
import { signInSchema } from '#lib/people/accounts/schema';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { isDemonstration } from '#lib/base/register';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

/** The form that was sent after its session had ended, as JSON: it returns after signing in. */
function pendingFormOf(form: FormFields): string {
  const answer = currentSubmission();
  if (answer?.failure.kind !== 'unauthenticated') return textOf(form, 'kept');
  return JSON.stringify({ page: answer.page, sentTo: answer.sentTo, form: answer.form });
}

/** The page on which one signs in; who has signed in already goes on to the page they wanted. */
export default async function SignIn({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const { form = {}, errors, notice } = formResult(locale, t, '/begin-session');
  const pendingForm = pendingFormOf(form);
  const next = textOf(form, 'next') || (typeof query.next === 'string' ? query.next : '');
  const nextPath = signInSchema.shape.next.parse(next);
  if (!currentSubmission() && nextPath && (await currentActor()).role !== 'public')
    redirect(nextPath);
  return (
    <Page
      title={t('signIn.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{t('signIn.title')}</h1>
        <SignInReason {...{ t, next, pendingForm }} />
        {query.done === 'password' ? (
          <Notice kind="ok">
            <p>{t('invitation.done')}</p>
          </Notice>
        ) : null}
        <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
        <SignInForm {...{ locale, t, next, pendingForm, form, errors }} />
        <p>
          <a href={`/${locale}/accounts/forgotten-password`}>{t('forgotten.link')}</a>
        </p>
      </div>
      {(await isDemonstration()) ? (
        <DemonstrationAccounts
          t={t}
          accounts={demonstrationAccounts}
          password={demonstrationPassword}
        />
      ) : null}
    </Page>
  );
}
