import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { passwordLength } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  token: string;
  /** What is known of the account already. */
  account: Readonly<{ name: string; email: string }>;
  button: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** Chooses the name and the password of an account that was invited or reset. */
export const AcceptForm = ({ locale, t, token, account, button, form, errors }: Props) => (
  <form method="post" action={`/${locale}/accounts/invitations/${token}/accept`} noValidate>
    <input type="hidden" name="username" autoComplete="username" value={account.email} />
    <TextField
      name="name"
      label={t('invitation.name')}
      hint={t('invitation.nameHint')}
      autoComplete="name"
      defaultValue={textOf(form, 'name') || account.name}
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
      <button className="button">{button}</button>
    </div>
  </form>
);
