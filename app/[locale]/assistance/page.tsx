import { ActivitiesTable } from '#components/assistance/activities-table';
import { activityChoices, filterText } from '#components/assistance/activity-choices';
import { ActivityListForm } from '#components/assistance/list-form';
import { ThemesTable } from '#components/assistance/themes-table';
import { ListFilters } from '#components/needs/list-filters';
import { Notice, Page, Pages } from '#components/ui/page';
import {
  activitiesAddress,
  activitiesAsked,
  activityFilters,
  type Query,
} from '#lib/assistance/activities/asked';
import { assistanceCounts } from '#lib/assistance/activities/counts';
import { activitiesListed, listChoices } from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { tallyByTheme } from '#lib/assistance/activities/tally';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

export default async function Assistance({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return <MissingPage locale={locale} />;
  const { known, ...among } = await listChoices(actor);
  const { asked, faults } = activitiesAsked(await searchParams, known);
  const choices = activityChoices(locale, t, among);
  const narrowed = activityFilters.filter((name) => asked[name] !== undefined);
  const { activities, total, before, after } = await activitiesListed(actor, asked);
  const at = (changed: Parameters<typeof activitiesAddress>[1]) =>
    `/${locale}/assistance${activitiesAddress(asked, changed)}`;
  const themes =
    narrowed.length === 0 && !asked.at
      ? tallyByTheme(await assistanceCounts(actor), { cutoff: today() })
      : [];
  return (
    <Page title={t('assistance.title')} site={t('site.name')}>
      <h1>{t('assistance.title')}</h1>
      <p className="lead">{t('assistance.lead')}</p>
      <ul className="tools">
        <li>
          <a href={`/${locale}/assistance/hubs`}>{t('assistance.hubsLink')}</a>
        </li>
        <li>
          <a href={`/${locale}/assistance/unmet`}>{t('unmet.title')}</a>
        </li>
        {actor.role === 'public' ? null : (
          <li>
            <a href={`/${locale}/assistance/matches`}>{t('matches.title')}</a>
          </li>
        )}
        {actor.role === 'focal-point' || actor.role === 'contributor' ? (
          <li>
            <a href={`/${locale}/assistance/claims`}>{t('matches.claimsTitle')}</a>
          </li>
        ) : null}
        {actor.role === 'manager' ? (
          <li>
            <a href={`/${locale}/assistance/plans`}>{t('plans.title')}</a>
          </li>
        ) : null}
      </ul>
      {mayEnterActivities(actor) ? (
        <p className="buttons">
          <a className="button" href={`/${locale}/assistance/new`}>
            {t('assistance.enter')}
          </a>
          <a className="button second" href={`/${locale}/assistance/import`}>
            {t('assistance.import')}
          </a>
        </p>
      ) : null}
      {faults.length > 0 ? (
        <Notice kind="warn">
          {faults.map(({ name, value }) => (
            <p key={name + value}>
              {t('errors.unknownFilter', { value, name: t(`assistance.fields.${name}`) })}
            </p>
          ))}
        </Notice>
      ) : null}
      {themes.length > 0 ? (
        <>
          <h2>{t('assistance.byTheme')}</h2>
          <ThemesTable locale={locale} t={t} themes={themes} />
        </>
      ) : null}
      {themes.length > 0 ? <h2>{t('assistance.allThemes')}</h2> : null}
      <ActivityListForm t={t} action={`/${locale}/assistance`} asked={asked} choices={choices} />
      <ListFilters
        t={t}
        filters={narrowed.map((name) => ({
          name: t(`assistance.fields.${name}`),
          value: filterText(locale, choices, asked, name),
          without: at({ [name]: undefined }),
        }))}
        all={`/${locale}/assistance`}
      />
      {activities.length === 0 ? (
        <p className="lead">{t(asked.at ? 'list.noMore' : 'assistance.none')}</p>
      ) : (
        <>
          <p className="note">{t('assistance.found', { count: total })}</p>
          <p className="tools">
            <a href={`/${locale}/assistance/export${activitiesAddress(asked)}`} rel="nofollow">
              {t('assistance.export')}
            </a>
          </p>
          <ActivitiesTable
            locale={locale}
            t={t}
            activities={activities}
            caption={t('assistance.caption')}
            withTheme={!asked.theme}
          />
        </>
      )}
      <Pages
        label={t('assistance.pages')}
        where={before ? <a href={at({})}>{t('assistance.first')}</a> : null}
        previous={before ? { href: at({ before }), label: t('assistance.previous') } : undefined}
        next={after ? { href: at({ after }), label: t('assistance.following') } : undefined}
      />
    </Page>
  );
}
