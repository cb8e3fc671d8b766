import { BackupsTable } from '#components/operation/backups-table';
import { ChecksTable } from '#components/operation/checks-table';
import { GivenUp } from '#components/operation/given-up';
import { Confirmation, Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { runChecks } from '#lib/operation/checks/doctor';
import { queueCounts, recentBackups } from '#lib/operation/checks/queries';
import { requireSignIn } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ repeated?: string }>;
};

export default async function Operation({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/operation`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const checks = await runChecks(actor);
  const backups = recentBackups(actor);
  const { mail, jobs } = await queueCounts(actor);
  const { repeated } = await searchParams;
  return (
    <Page title={t('operation.title')} site={t('site.name')}>
      <h1>{t('operation.title')}</h1>
      {repeated === undefined ? null : <Confirmation>{t('operation.givenUp.done')}</Confirmation>}
      <p className="hint">{t('operation.lead')}</p>
      <ChecksTable locale={locale} t={t} checks={checks} />
      <GivenUp
        {...{ locale, t }}
        by={actor.accountId ?? ''}
        mail={mail.givenUp}
        jobs={jobs.failed}
      />
      <h2>{t('operation.backups')}</h2>
      {backups.length === 0 ? (
        <p>{t('operation.noBackups')}</p>
      ) : (
        <BackupsTable locale={locale} t={t} backups={backups} />
      )}
    </Page>
  );
}
