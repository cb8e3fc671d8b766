import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Asks for the address to which a link for a new password is mailed. */
export const ForgottenForm = ({ locale, t, form = {}, errors }: Props) => (
  <form method="post" action={`/${locale}/accounts/forgotten-password/send`} noValidate>
    <TextField
      name="email"
      type="email"
      label={t('signIn.email')}
      autoComplete="username"
      defaultValue={textOf(form, 'email')}
      error={errorOf(errors, 'email')}
      dir="ltr"
    />
    <div className="buttons">
      <button className="button">{t('forgotten.button')}</button>
    </div>
  </form>
);
