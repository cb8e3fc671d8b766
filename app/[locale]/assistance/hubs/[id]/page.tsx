import { ActivitiesTable } from '#components/assistance/activities-table';
import { HubFacts } from '#components/assistance/hub-facts';
import { HubNeedsTables } from '#components/assistance/hub-needs';
import { Notice, Page } from '#components/ui/page';
import { hubById, listHubs } from '#lib/assistance/hubs/queries';
import { needsOfHub } from '#lib/assistance/hubs/needs';
import { activitiesOfHub } from '#lib/assistance/hubs/activities';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { MissingPage } from '../../../missing-page';

type ButtonProps = Readonly<{ locale: Locale; t: Translate; id: string; mayChange: boolean }>;

const HubButtons = ({ locale, t, id, mayChange }: ButtonProps) => (
  <p className="buttons">
    <a className="button second" href={`/${locale}/assistance/hubs/${id}/brief`} rel="nofollow">
      {t('hubs.download')}
    </a>
    {mayChange ? (
      <a className="button second" href={`/${locale}/assistance/hubs/${id}/change`}>
        {t('hubs.change')}
      </a>
    ) : null}
  </p>
);

/** The assistance in the area of the hub; nothing where there is none. */
const HubActivities = ({
  locale,
  t,
  activities,
}: Readonly<{ locale: Locale; t: Translate; activities: readonly ActivityView[] }>) =>
  activities.length > 0 ? (
    <>
      <h2>{t('hubs.activities')}</h2>
      <ActivitiesTable {...{ locale, t, activities }} caption={t('hubs.activities')} />
    </>
  ) : null;

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ saved?: string }>;
};

/**
 * A hub or platform: what its area needs, and the assistance in it. The printed page is its brief.
 */
export default async function HubPage({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const hub = await hubById(actor, id);
  if (!hub) return <MissingPage locale={locale} />;
  const hubs = await listHubs(actor);
  const needs = await needsOfHub(actor, hub);
  const activities = await activitiesOfHub(actor, hub);
  const terms = await vocabulary(actor);
  const { saved } = await searchParams;
  return (
    <Page
      title={hub.name}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance`, label: t('assistance.title') },
        { href: `/${locale}/assistance/hubs`, label: t('hubs.title') },
      ]}
    >
      <h1>
        <bdi lang={hub.language}>{hub.name}</bdi>
      </h1>
      {saved === undefined ? null : (
        <Notice kind="ok">
          <p>{t('hubs.saved')}</p>
        </Notice>
      )}
      <HubFacts
        locale={locale}
        t={t}
        hub={hub}
        parent={hubs.find((each) => each.id === hub.parentId)}
        subhubs={hubs.filter((each) => each.parentId === hub.id)}
      />
      <HubButtons {...{ locale, t, id }} mayChange={actor.role === 'manager'} />
      <h2>{t('hubs.needsTitle')}</h2>
      <HubNeedsTables locale={locale} t={t} needs={needs} terms={terms} />
      <HubActivities {...{ locale, t, activities }} />
    </Page>
  );
}
