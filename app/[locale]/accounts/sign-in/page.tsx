import { redirect } from 'next/navigation';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { DemonstrationAccounts } from '#components/accounts/demonstration-accounts';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { currentActor } from '#lib/sessions/auth';
import { demonstrationAccounts, demonstrationPassword } from '#lib/people/accounts/demonstration';
import { signInSchema } from '#lib/people/accounts/schema';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { isDemonstration } from '#lib/base/register';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export default async function SignIn({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const asked = await searchParams;
  const { form = {}, errors, notice } = answered(locale, t, '/begin-session');
  const answer = currentAnswer();
  const ended = answer?.failure.kind === 'unauthenticated' ? answer : undefined;
  const kept = ended
    ? JSON.stringify({ page: ended.page, sentTo: ended.sentTo, form: ended.form })
    : textOf(form, 'kept');
  const next = textOf(form, 'next') || (typeof asked.next === 'string' ? asked.next : '');
  const goesTo = signInSchema.shape.next.parse(next);
  if (!answer && goesTo && (await currentActor()).role !== 'public') redirect(goesTo);
  return (
    <Page
      title={t('signIn.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{t('signIn.title')}</h1>
        {kept ? (
          <Notice kind="warn">
            <p>{t('signIn.again')}</p>
          </Notice>
        ) : next ? (
          <Notice>
            <p>{t('signIn.needed')}</p>
          </Notice>
        ) : null}
        {asked.done === 'password' ? (
          <Notice kind="ok">
            <p>{t('invitation.done')}</p>
          </Notice>
        ) : null}
        <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
        <form method="post" action={`/${locale}/accounts/begin-session`} noValidate>
          <input type="hidden" name="next" value={next} />
          {kept ? <input type="hidden" name="kept" value={kept} /> : null}
          <TextField
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            defaultValue={textOf(form, 'email')}
            error={errorOf(errors, 'email')}
            dir="ltr"
          />
          <TextField
            name="password"
            type="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            error={errorOf(errors, 'password')}
            dir="ltr"
          />
          <div className="buttons">
            <button className="button">{t('signIn.button')}</button>
          </div>
        </form>
        <p className="note">{t('signIn.forgotten')}</p>
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
