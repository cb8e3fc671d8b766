import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { currentSettings, settingsHistory } from '#lib/people/settings/queries';
import { ForbiddenPage } from '../../missing-page';
import { SettingsForm, SettingsHistory, SettingsList } from './settings-parts';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ saved?: string }> };

export default async function SettingsPage({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/settings`);
  const isAdministrator = actor.role === 'administrator';
  if (!isAdministrator && actor.role !== 'manager') return <ForbiddenPage locale={locale} />;
  const [current, history, { saved }] = await Promise.all([
    currentSettings(actor),
    settingsHistory(actor),
    searchParams,
  ]);
  const { form, errors, notice } = formResult(locale, t);
  const title = t('settings.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {saved && !form ? <Confirmation>{t('settings.saved')}</Confirmation> : null}
      <p className="lead">{t('settings.lead')}</p>
      {isAdministrator ? (
        <SettingsForm {...{ locale, t, current, form, errors }} by={actor.accountId ?? ''} />
      ) : (
        <SettingsList t={t} current={current} />
      )}
      <SettingsHistory locale={locale} t={t} history={history} />
      {actor.role === 'administrator' ? (
        <p>
          <a href={`/${locale}/admin/permissions`}>{t('permissions.link')}</a>
        </p>
      ) : null}
    </Page>
  );
}
