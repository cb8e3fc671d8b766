import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { passwordLength } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; errors: readonly FormError[] }>;

/** Changes the reader's own password. */
export const PasswordForm = ({ locale, t, errors }: Props) => (
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
);
