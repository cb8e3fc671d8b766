import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField } from '#components/ui/field';
import { apiScopes, tokenDays, tokenNameLength } from '#lib/base/api-scopes';
import type { Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  locale: Locale;
  by: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Creates a token of the reader's account. */
export function TokenForm({ t, locale, by, form = {}, errors }: Props) {
  const chosen = listOf(form, 'scope');
  const days = tokenDays.map((count) => ({
    value: String(count),
    label: t('api.token.dayCount', { days: count }),
  }));
  return (
    <form method="post" action={`/${locale}/accounts/tokens/create`} noValidate className="narrow">
      <input type="hidden" name="by" value={by} />
      <TextField
        name="name"
        label={t('api.token.name')}
        hint={t('api.token.nameHint')}
        maxLength={tokenNameLength}
        autoComplete="off"
        defaultValue={textOf(form, 'name')}
        error={errorOf(errors, 'name')}
      />
      <ChoiceGroup name="scope" label={t('api.token.scopes')} error={errorOf(errors, 'scope')}>
        <div className="options">
          {apiScopes.map((scope, i) => (
            <Choice
              key={scope}
              kind="checkbox"
              name="scope"
              id={i === 0 ? 'scope' : `scope-${scope}`}
              value={scope}
              label={t(`api.scopes.${scope}`)}
              defaultChecked={chosen.length === 0 ? scope === 'read' : chosen.includes(scope)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <SelectField
        name="days"
        label={t('api.token.days')}
        options={days}
        defaultValue={textOf(form, 'days') || String(tokenDays[1])}
        error={errorOf(errors, 'days')}
      />
      <div className="buttons">
        <button className="button">{t('api.token.create')}</button>
      </div>
    </form>
  );
}
