import { MailPreferenceForm } from '#components/mail/mail-preference';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { passwordLength } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { mailPreferenceOf } from '#lib/review/mail/queries';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

export default async function MyAccount({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/accounts/me`);
  const { errors, notice } = answered(locale, t, '/change-password', '/set-mail');
  const { done } = await searchParams;
  return (
    <Page
      title={t('account.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('account.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'password' ? (
        <Notice kind="ok">
          <p>{t('account.changed')}</p>
        </Notice>
      ) : null}
      {done === 'mail' ? (
        <Notice kind="ok">
          <p>{t('mail.preference.saved')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { term: t('account.name'), value: actor.name },
          { term: t('account.role'), value: t(`roles.${actor.role}`) },
          ...(actor.stateCode
            ? [{ term: t('account.state'), value: stateName(actor.stateCode, locale) }]
            : []),
          {
            term: t('account.language'),
            value: actor.locale ? (
              <>
                {languageNames[actor.locale]}
                <br />
                <span className="note">{t('account.languageHint')}</span>
              </>
            ) : (
              t('account.languageNone')
            ),
          },
        ]}
      />
      <MailPreferenceForm
        locale={locale}
        t={t}
        by={actor.accountId!}
        chosen={await mailPreferenceOf(actor)}
        errors={errors}
      />
      <h2>{t('account.password')}</h2>
      <form method="post" action={`/${locale}/accounts/change-password`} noValidate>
        <TextField
          name="current"
          type="password"
          label={t('account.current')}
          autoComplete="current-password"
          error={errorOf(errors, 'current')}
          dir="ltr"
        />
        <TextField
          name="password"
          type="password"
          label={t('account.new')}
          hint={t('account.newHint', { min: passwordLength.min })}
          autoComplete="new-password"
          error={errorOf(errors, 'password')}
          dir="ltr"
        />
        <div className="buttons">
          <button className="button">{t('account.change')}</button>
        </div>
      </form>
    </Page>
  );
}
