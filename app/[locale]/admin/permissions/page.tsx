import { PermissionsTable } from '#components/accounts/permissions-table';
import { Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { requireSignIn } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

/** Who may do what with a need, from the table that the register checks by. */
export default async function Permissions({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/permissions`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  return (
    <Page title={t('permissions.title')} site={t('site.name')}>
      <h1>{t('permissions.title')}</h1>
      <p className="lead">{t('permissions.lead')}</p>
      <PermissionsTable t={t} />
    </Page>
  );
}
