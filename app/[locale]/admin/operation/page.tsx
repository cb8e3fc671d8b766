import { BackupsTable } from '#components/operation/backups-table';
import { ChecksTable } from '#components/operation/checks-table';
import { Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { runChecks } from '#lib/operation/checks/doctor';
import { recentBackups } from '#lib/operation/checks/queries';
import { requireSignIn } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }> };

export default async function Operation({ params }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/operation`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const checks = await runChecks(actor);
  const backups = recentBackups(actor);
  return (
    <Page title={t('operation.title')} site={t('site.name')}>
      <h1>{t('operation.title')}</h1>
      <p className="hint">{t('operation.lead')}</p>
      <ChecksTable locale={locale} t={t} checks={checks} />
      <h2>{t('operation.backups')}</h2>
      {backups.length === 0 ? (
        <p>{t('operation.noBackups')}</p>
      ) : (
        <BackupsTable locale={locale} t={t} backups={backups} />
      )}
    </Page>
  );
}
