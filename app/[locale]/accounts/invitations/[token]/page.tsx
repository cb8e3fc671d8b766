import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { currentActor } from '#lib/sessions/auth';
import { invitationByToken } from '#lib/people/accounts/queries';
import { passwordLength } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';

export default async function Invitation({
  params,
}: {
  params: Promise<{ locale: Locale; token: string }>;
}) {
  const { locale, token } = await params;
  const t = translator(locale);
  const found = await invitationByToken(await currentActor(), token);
  if (!found) {
    return (
      <Page title={t('invitation.gone')} site={t('site.name')}>
        <h1>{t('invitation.gone')}</h1>
        <p className="lead">{t('invitation.goneText')}</p>
      </Page>
    );
  }
  const { form = {}, errors, notice } = answered(locale, t, '/accept');
  const reset = found.purpose === 'reset';
  const role = t(`roles.${found.role}`);
  const title = t(reset ? 'invitation.resetTitle' : 'invitation.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{title}</h1>
        {reset ? null : (
          <p className="lead">
            {found.stateCode
              ? t('invitation.leadState', { role, state: stateName(found.stateCode, locale) })
              : t('invitation.lead', { role })}
          </p>
        )}
        <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
        <form method="post" action={`/${locale}/accounts/invitations/${token}/accept`} noValidate>
          <input type="hidden" name="username" autoComplete="username" value={found.email} />
          <TextField
            name="name"
            label={t('invitation.name')}
            hint={t('invitation.nameHint')}
            autoComplete="name"
            defaultValue={textOf(form, 'name') || found.name}
            error={errorOf(errors, 'name')}
          />
          <TextField
            name="password"
            type="password"
            label={t('invitation.password')}
            hint={t('account.newHint', { min: passwordLength.min })}
            autoComplete="new-password"
            error={errorOf(errors, 'password')}
            dir="ltr"
          />
          <div className="buttons">
            <button className="button">{t(reset ? 'invitation.choose' : 'invitation.join')}</button>
          </div>
        </form>
      </div>
    </Page>
  );
}
