import { ActivitiesTable } from '#components/assistance/activities-table';
import { activityChoices, filterText } from '#components/assistance/activity-choices';
import { ActivityListForm } from '#components/assistance/activity-list-form';
import { AssistanceLinks, EnterButtons, FaultsNotice } from '#components/assistance/list-links';
import { ThemesTable } from '#components/assistance/themes-table';
import { ListFilters } from '#components/needs/list-filters';
import { Page, Pagination } from '#components/ui/page';
import {
  activityListQueryString,
  parseActivityListParameters,
  activityFilterNames,
  type QueryParameters,
} from '#lib/assistance/activities/list-parameters';
import { loadAssistanceCounter } from '#lib/assistance/counts/load-counts';
import { activityPage, activityListOptions } from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { countByTheme } from '#lib/assistance/counts/count';
import type { Actor } from '#lib/base/actor';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { translator, type Translate } from '#lib/text/i18n';
import { MissingPage } from '../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<QueryParameters> };

/** Reads the list that the address asks for, and the choices of its filters. */
async function readList(actor: Actor, query: QueryParameters) {
  const { accepted: known, ...choices } = await activityListOptions(actor);
  const { parameters: filter, faults } = parseActivityListParameters(query, known);
  const usedFilters = activityFilterNames.filter((name) => filter[name] !== undefined);
  const list = await activityPage(actor, filter);
  // The themes stand above the whole list alone, on its first page.
  const isStart = usedFilters.length === 0 && !filter.at;
  const themes = isStart
    ? countByTheme(await loadAssistanceCounter(actor), { cutoff: today() })
    : [];
  return { choices, filter, faults, usedFilters, themes, ...list };
}

type ListProps = Readonly<{
  locale: Locale;
  t: Translate;
  list: Awaited<ReturnType<typeof readList>>;
  /** The address of the list with other parameters. */
  pathWith: (changed: Parameters<typeof activityListQueryString>[1]) => string;
}>;

/** One page of the list, with links to the file and to the other pages. */
function Activities({ locale, t, list, pathWith }: ListProps) {
  const { filter, activities, total, before, after } = list;
  return (
    <>
      {activities.length === 0 ? (
        <p className="lead">{t(filter.at ? 'list.noMore' : 'assistance.none')}</p>
      ) : (
        <>
          <p className="note">{t('assistance.found', { count: total })}</p>
          <p className="tools">
            <a
              href={`/${locale}/assistance/export${activityListQueryString(filter)}`}
              rel="nofollow"
            >
              {t('assistance.export')}
            </a>
          </p>
          <ActivitiesTable
            {...{ locale, t, activities }}
            caption={t('assistance.caption')}
            withTheme={!filter.theme}
          />
        </>
      )}
      <Pagination
        label={t('assistance.pages')}
        where={before ? <a href={pathWith({})}>{t('assistance.first')}</a> : null}
        previous={
          before ? { href: pathWith({ before }), label: t('assistance.previous') } : undefined
        }
        next={after ? { href: pathWith({ after }), label: t('assistance.following') } : undefined}
      />
    </>
  );
}

/** The activities with their filters; without a filter also by theme. */
export default async function Assistance({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return <MissingPage locale={locale} />;
  const list = await readList(actor, await searchParams);
  const { filter, faults, usedFilters, themes } = list;
  const choices = activityChoices(locale, t, list.choices);
  const path = `/${locale}/assistance`;
  const pathWith: ListProps['pathWith'] = (changed) =>
    path + activityListQueryString(filter, changed);
  return (
    <Page title={t('assistance.title')} site={t('site.name')}>
      <h1>{t('assistance.title')}</h1>
      <p className="lead">{t('assistance.lead')}</p>
      <AssistanceLinks locale={locale} t={t} role={actor.role} />
      {mayEnterActivities(actor) ? <EnterButtons locale={locale} t={t} /> : null}
      <FaultsNotice t={t} faults={faults} />
      {themes.length > 0 ? (
        <>
          <h2>{t('assistance.byTheme')}</h2>
          <ThemesTable locale={locale} t={t} themes={themes} />
          <h2>{t('assistance.allThemes')}</h2>
        </>
      ) : null}
      <ActivityListForm t={t} action={path} filter={filter} choices={choices} />
      <ListFilters
        t={t}
        filters={usedFilters.map((name) => ({
          name: t(`assistance.fields.${name}`),
          value: filterText(locale, choices, filter, name),
          without: pathWith({ [name]: undefined }),
        }))}
        all={path}
      />
      <Activities {...{ locale, t, list, pathWith }} />
    </Page>
  );
}
