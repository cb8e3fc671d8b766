import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import type { Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  locale: Locale;
  by: string;
  roles: readonly Role[];
  reviewId?: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** What belongs to some roles only: the organisation of a provider, the region of an adviser. */
const RoleFields = ({
  t,
  locale,
  roles,
  form,
  errors,
}: Pick<Props, 't' | 'locale' | 'roles' | 'errors'> & Readonly<{ form: FormFields }>) => (
  <>
    {roles.includes('provider') ? (
      <TextField
        name="organisation"
        label={t('accounts.organisation')}
        hint={t('accounts.organisationHint')}
        defaultValue={textOf(form, 'organisation')}
        autoComplete="off"
        dir="auto"
        error={errorOf(errors, 'organisation')}
      />
    ) : null}
    {roles.includes('adviser') ? (
      <SelectField
        name="region"
        label={t('accounts.region')}
        none="–"
        options={regionCodes.map((code) => ({ value: code, label: regionName(code, locale) }))}
        defaultValue={textOf(form, 'region')}
        error={errorOf(errors, 'region')}
      />
    ) : null}
  </>
);

/** Invites a person to one of these roles. */
export function InvitationForm({ t, locale, by, roles, reviewId, form = {}, errors }: Props) {
  return (
    <form method="post" action={`/${locale}/accounts/invite`} noValidate className="narrow">
      <input type="hidden" name="by" value={by} />
      {reviewId ? <input type="hidden" name="review" value={reviewId} /> : null}
      <SelectField
        name="role"
        label={t('accounts.role')}
        options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        defaultValue={textOf(form, 'role') || roles[0]}
        error={errorOf(errors, 'role')}
      />
      <TextField
        name="name"
        label={t('accounts.name')}
        defaultValue={textOf(form, 'name')}
        autoComplete="off"
        error={errorOf(errors, 'name')}
      />
      <TextField
        name="email"
        type="email"
        label={t('accounts.email')}
        defaultValue={textOf(form, 'email')}
        autoComplete="off"
        dir="ltr"
        error={errorOf(errors, 'email')}
      />
      <RoleFields {...{ t, locale, roles, form, errors }} />
      <div className="buttons">
        <button className="button">{t('accounts.inviteButton')}</button>
      </div>
    </form>
  );
}
