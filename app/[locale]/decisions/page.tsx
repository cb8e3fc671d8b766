import { DecisionsTable } from '#components/decisions/decisions-table';
import { Page } from '#components/ui/page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { listDecisions } from '#lib/review/decisions/queries';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../missing-page';

export default async function Decisions({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/decisions`);
  if (actor.role !== 'reviewer' && actor.role !== 'administrator')
    return <ForbiddenPage locale={locale} />;
  const decisions = await listDecisions(actor);
  return (
    <Page title={t('deciding.listTitle')} site={t('site.name')}>
      <h1>{t('deciding.listTitle')}</h1>
      <p className="lead">{t('deciding.listLead')}</p>
      {decisions.length === 0 ? (
        <p>{t('deciding.empty')}</p>
      ) : (
        <DecisionsTable locale={locale} t={t} decisions={decisions} />
      )}
    </Page>
  );
}
