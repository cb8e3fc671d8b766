import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  locale: Locale;
  by: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Invites a contributor, for a focal point. */
export function ContributorForm({ t, locale, by, form = {}, errors }: Props) {
  return (
    <form
      method="post"
      action={`/${locale}/accounts/colleagues/invite`}
      noValidate
      className="narrow"
    >
      <input type="hidden" name="by" value={by} />
      <TextField
        name="name"
        label={t('accounts.name')}
        autoComplete="off"
        defaultValue={textOf(form, 'name')}
        error={errorOf(errors, 'name')}
      />
      <TextField
        name="email"
        type="email"
        label={t('accounts.email')}
        autoComplete="off"
        dir="ltr"
        defaultValue={textOf(form, 'email')}
        error={errorOf(errors, 'email')}
      />
      <div className="buttons">
        <button className="button">{t('accounts.inviteButton')}</button>
      </div>
    </form>
  );
}
