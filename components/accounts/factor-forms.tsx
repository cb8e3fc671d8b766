import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { SecondFactorView } from '#lib/sessions/second-factor';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate; errors: readonly FormError[] }>;

/** The code and the present password, which both forms ask for. */
const ProofFields = ({ t, errors, label }: Omit<Common, 'locale'> & { label: string }) => (
  <>
    <TextField
      name="code"
      label={label}
      autoComplete="one-time-code"
      error={errorOf(errors, 'code')}
      dir="ltr"
    />
    <TextField
      name="current"
      type="password"
      label={t('account.current')}
      autoComplete="current-password"
      error={errorOf(errors, 'current')}
      dir="ltr"
    />
  </>
);

type Picture = Readonly<{ size: number; data: readonly (readonly boolean[])[] }>;

/** A QR code, dark on light whatever the colours of the page. */
const QrCode = ({ label, picture: { size, data } }: { label: string; picture: Picture }) => (
  <svg viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img" aria-label={label}>
    <rect width={size} height={size} fill="#fff" />
    <path
      fill="#000"
      d={data
        .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
        .join('')}
    />
  </svg>
);

type SetUpProps = Common & Readonly<{ factor: SecondFactorView; picture: Picture }>;

/** Shows the secret for the app, as a picture and as text, and asks for the first code. */
export const SetUpForm = ({ locale, t, errors, factor, picture }: SetUpProps) => (
  <form method="post" action={`/${locale}/accounts/second-factor/set-up`} noValidate>
    <input type="hidden" name="sealed" value={factor.sealed} />
    <p className="lead">{t('factor.lead')}</p>
    <p>
      <QrCode label={t('factor.picture')} picture={picture} />
    </p>
    <p className="note" id="secret-label">
      {t('factor.secret')}
    </p>
    <p>
      <code className="token" aria-describedby="secret-label" dir="ltr">
        {factor.secret.replace(/(.{4})(?!$)/g, '$1 ')}
      </code>
    </p>
    <ProofFields {...{ t, errors }} label={t('factor.firstCode')} />
    <div className="buttons">
      <button className="button">{t('factor.setUp')}</button>
    </div>
  </form>
);

/** Ends the second factor. */
export const RemoveFactorForm = ({ locale, t, errors, left }: Common & { left: number }) => (
  <form method="post" action={`/${locale}/accounts/second-factor/remove`} noValidate>
    <p className="lead">{t('factor.isSetUp', { left })}</p>
    <ProofFields {...{ t, errors }} label={t('factor.code')} />
    <div className="buttons">
      <button className="button">{t('factor.remove')}</button>
    </div>
  </form>
);

/** The recovery codes, which are shown once. */
export const RecoveryCodes = ({
  t,
  codes,
}: Readonly<{ t: Translate; codes: readonly string[] }>) => (
  <Notice kind="ok">
    <h2>{t('factor.recoveryTitle')}</h2>
    <p>{t('factor.recoveryLead')}</p>
    <ul dir="ltr">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </Notice>
);
