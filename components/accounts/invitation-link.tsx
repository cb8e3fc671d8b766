import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  origin: string;
  token: string;
  email: string;
  days: number;
}>;

/** The link of an invitation, for the person who invites to send on. */
export function InvitationLink({ locale, t, origin, token, email, days }: Props) {
  const link = `${origin}/${locale}/accounts/invitations/${token}`;
  return (
    <>
      <p className="prose">{t('accounts.linkLead', { email, days })}</p>
      <p className="note" id="link-label">
        {t('accounts.link')}
      </p>
      <p>
        <a className="token" aria-describedby="link-label" href={link} dir="ltr">
          {link}
        </a>
      </p>
    </>
  );
}
