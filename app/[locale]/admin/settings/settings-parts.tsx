import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup } from '#components/ui/field';
import { Facts } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { currentSettings, settingsHistory } from '#lib/people/settings/queries';
import { settingNames, settingOptions, type Settings } from '#lib/people/settings/vocabulary';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Current = Awaited<ReturnType<typeof currentSettings>>;
type History = Awaited<ReturnType<typeof settingsHistory>>;
type Common = Readonly<{ locale: Locale; t: Translate }>;

const valueName = (t: Translate, value: string) =>
  t(`settings.values.${value as Settings[keyof Settings]}`);

type FormProps = Common &
  Readonly<{ by: string; current: Current; form?: FormFields; errors: readonly FormError[] }>;

/** The administrator's form to change the settings. */
export const SettingsForm = ({ locale, t, by, current, form, errors }: FormProps) => (
  <form method="post" action={`/${locale}/admin/settings/set`} noValidate>
    <input type="hidden" name="by" value={by} />
    {settingNames.map((name) => (
      <ChoiceGroup
        key={name}
        name={name}
        label={t(`settings.names.${name}`)}
        error={errorOf(errors, name)}
      >
        {settingOptions[name].map((value, i) => (
          <Choice
            key={value}
            kind="radio"
            id={i === 0 ? name : `${name}-${value}`}
            name={name}
            value={value}
            label={valueName(t, value)}
            defaultChecked={(form ? textOf(form, name) : current[name]) === value}
          />
        ))}
      </ChoiceGroup>
    ))}
    <div className="buttons">
      <button className="button">{t('settings.save')}</button>
    </div>
  </form>
);

/** The settings for a reader who may not change them. */
export const SettingsList = ({ t, current }: Pick<FormProps, 't' | 'current'>) => (
  <Facts
    facts={settingNames.map((name) => ({
      term: t(`settings.names.${name}`),
      value: valueName(t, current[name]),
    }))}
  />
);

const HistoryTable = ({ locale, t, history }: Common & { history: History }) => (
  <div className="scroll">
    <table>
      <caption className="away">{t('settings.history')}</caption>
      <thead>
        <tr>
          {[t('settings.setting'), t('settings.value'), t('needs.by'), t('needs.at')].map(
            (head) => (
              <th key={head} scope="col" className="words">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {history.map(({ name, value, by, at }) => (
          <tr key={name + at}>
            <th scope="row">{t(`settings.names.${name}`)}</th>
            <td className="words">{valueName(t, value)}</td>
            <td className="words">{by}</td>
            <td className="words">{formatInstant(locale, at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Who changed which setting, and when. */
export const SettingsHistory = ({ locale, t, history }: Common & { history: History }) => (
  <>
    <h2>{t('settings.history')}</h2>
    {history.length === 0 ? (
      <p>{t('settings.unchanged')}</p>
    ) : (
      <HistoryTable locale={locale} t={t} history={history} />
    )}
  </>
);
