import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { Choice, ChoiceGroup } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { formatInstant } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { currentSettings, historyOfSettings } from '#lib/people/settings/queries';
import { settingNames, settings, type Settings } from '#lib/people/settings/vocabulary';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ saved?: string }> };

export default async function SettingsPage({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/admin/settings`);
  if (actor.role !== 'administrator' && actor.role !== 'manager')
    return <ForbiddenPage locale={locale} />;
  const [now, history, { saved }] = await Promise.all([
    currentSettings(actor),
    historyOfSettings(actor),
    searchParams,
  ]);
  const { form, errors, notice } = answered(locale, t);
  const valueName = (value: string) => t(`settings.values.${value as Settings[keyof Settings]}`);
  return (
    <Page
      title={t('settings.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('settings.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {saved && !form ? (
        <Notice kind="ok">
          <p>{t('settings.saved')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('settings.lead')}</p>
      {actor.role === 'administrator' ? (
        <form method="post" action={`/${locale}/admin/settings/set`} noValidate>
          <input type="hidden" name="by" value={actor.accountId ?? ''} />
          {settingNames.map((name) => (
            <ChoiceGroup
              key={name}
              name={name}
              label={t(`settings.names.${name}`)}
              error={errorOf(errors, name)}
            >
              {settings[name].map((value, i) => (
                <Choice
                  key={value}
                  kind="radio"
                  id={i === 0 ? name : `${name}-${value}`}
                  name={name}
                  value={value}
                  label={valueName(value)}
                  defaultChecked={(form ? textOf(form, name) : now[name]) === value}
                />
              ))}
            </ChoiceGroup>
          ))}
          <div className="buttons">
            <button className="button">{t('settings.save')}</button>
          </div>
        </form>
      ) : (
        <dl className="facts">
          {settingNames.map((name) => (
            <div key={name}>
              <dt>{t(`settings.names.${name}`)}</dt>
              <dd>{valueName(now[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      <h2>{t('settings.history')}</h2>
      {history.length === 0 ? (
        <p>{t('settings.unchanged')}</p>
      ) : (
        <div className="scroll">
          <table>
            <caption className="away">{t('settings.history')}</caption>
            <thead>
              <tr>
                <th scope="col" className="words">
                  {t('settings.setting')}
                </th>
                <th scope="col" className="words">
                  {t('settings.value')}
                </th>
                <th scope="col" className="words">
                  {t('needs.by')}
                </th>
                <th scope="col" className="words">
                  {t('needs.at')}
                </th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ name, value, by, at }) => (
                <tr key={name + at}>
                  <th scope="row">{t(`settings.names.${name}`)}</th>
                  <td className="words">{valueName(value)}</td>
                  <td className="words">{by}</td>
                  <td className="words">{formatInstant(locale, at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
