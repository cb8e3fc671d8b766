import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  /** The page to open after signing in. */
  next: string;
  /** The form whose session had ended, as JSON; empty where there is none. */
  pendingForm: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** Signs in with an address and a password. */
export const SignInForm = ({ locale, t, next, pendingForm, form, errors }: Props) => (
  <form method="post" action={`/${locale}/accounts/begin-session`} noValidate>
    <input type="hidden" name="next" value={next} />
    {pendingForm ? <input type="hidden" name="kept" value={pendingForm} /> : null}
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
    <TextField
      name="code"
      label={t('factor.code')}
      hint={t('factor.codeHint')}
      optional={t('factor.optional')}
      autoComplete="one-time-code"
      error={errorOf(errors, 'code')}
      dir="ltr"
    />
    <div className="buttons">
      <button className="button">{t('signIn.button')}</button>
    </div>
  </form>
);

/** Why the reader has to sign in: to send a form again, or to open a page. */
export function SignInReason({ t, next, pendingForm }: Pick<Props, 't' | 'next' | 'pendingForm'>) {
  if (pendingForm) {
    return (
      <Notice kind="warn">
        <p>{t('signIn.again')}</p>
      </Notice>
    );
  }
  return next ? (
    <Notice>
      <p>{t('signIn.needed')}</p>
    </Notice>
  ) : null;
}
