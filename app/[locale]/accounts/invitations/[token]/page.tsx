import { AcceptForm } from '#components/accounts/accept-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { currentActor } from '#lib/sessions/auth';
import { invitationByToken, type InvitationView } from '#lib/people/accounts/queries';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator, type Translate } from '#lib/text/i18n';

type Params = { params: Promise<{ locale: Locale; token: string }> };

/** The page for a link that is unknown, used or expired. */
const GonePage = ({ t }: { t: Translate }) => (
  <Page title={t('invitation.gone')} site={t('site.name')}>
    <h1>{t('invitation.gone')}</h1>
    <p className="lead">{t('invitation.goneText')}</p>
  </Page>
);

/** The role that the person is invited to, and of which State. */
function leadText(locale: Locale, t: Translate, { role: code, stateCode }: InvitationView): string {
  const role = t(`roles.${code}`);
  if (!stateCode) return t('invitation.lead', { role });
  return t('invitation.leadState', { role, state: stateName(stateCode, locale) });
}

/** The page of a link that invites a person or resets a password. */
export default async function Invitation({ params }: Params) {
  const { locale, token } = await params;
  const t = translator(locale);
  const invitation = await invitationByToken(await currentActor(), token);
  if (!invitation) return <GonePage t={t} />;
  const { form = {}, errors, notice } = formResult(locale, t, '/accept');
  const isReset = invitation.purpose === 'reset';
  const title = t(isReset ? 'invitation.resetTitle' : 'invitation.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <div className="narrow">
        <h1>{title}</h1>
        {isReset ? null : <p className="lead">{leadText(locale, t, invitation)}</p>}
        <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
        <AcceptForm
          {...{ locale, t, token, form, errors }}
          account={invitation}
          button={t(isReset ? 'invitation.choose' : 'invitation.join')}
        />
      </div>
    </Page>
  );
}
