import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup } from '#components/ui/field';
import { mailPreferences, type MailPreference } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  chosen: MailPreference;
  errors: readonly FormError[];
}>;

/** Chooses how often the register sends mail to the reader. */
export function MailPreferenceForm({ locale, t, by, chosen, errors }: Props) {
  return (
    <form method="post" action={`/${locale}/accounts/set-mail`} noValidate>
      <input type="hidden" name="by" value={by} />
      <ChoiceGroup
        name="mail"
        label={t('mail.preference.title')}
        hint={t('mail.preference.lead')}
        error={errorOf(errors, 'mail')}
      >
        <div className="options">
          {mailPreferences.map((preference, i) => (
            <Choice
              key={preference}
              kind="radio"
              name="mail"
              id={i === 0 ? 'mail' : `mail-${preference}`}
              value={preference}
              label={t(`mail.preference.${preference}`)}
              defaultChecked={preference === chosen}
            />
          ))}
        </div>
      </ChoiceGroup>
      <div className="buttons">
        <button className="button second">{t('mail.preference.save')}</button>
      </div>
    </form>
  );
}
