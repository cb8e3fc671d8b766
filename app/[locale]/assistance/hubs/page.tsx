import { HubsTable } from '#components/assistance/hubs-table';
import { Page } from '#components/ui/page';
import { listHubs, maySeeHubs } from '#lib/assistance/hubs/queries';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';

export default async function Hubs({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  if (!maySeeHubs(actor)) return <MissingPage locale={locale} />;
  const hubs = await listHubs(actor);
  return (
    <Page
      title={t('hubs.title')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('hubs.title')}</h1>
      <p className="lead">{t('hubs.lead')}</p>
      {actor.role === 'manager' ? (
        <p className="buttons">
          <a className="button" href={`/${locale}/assistance/hubs/new`}>
            {t('hubs.enter')}
          </a>
        </p>
      ) : null}
      {hubs.length === 0 ? (
        <p>{t('hubs.none')}</p>
      ) : (
        <HubsTable locale={locale} t={t} hubs={hubs} />
      )}
    </Page>
  );
}
