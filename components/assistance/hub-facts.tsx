import { Facts } from '#components/ui/page';
import type { HubSeen } from '#lib/assistance/activities/hub-queries';
import { themeName } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { formatList, formatPartOfDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  hub: HubSeen;
  parent?: HubSeen;
  under: readonly HubSeen[];
}>;

/** What a hub is: where, for whom, since when, and what it stands under. */
export function HubFacts({ locale, t, hub, parent, under }: Props) {
  const link = ({ id, name, language }: HubSeen) => (
    <a href={`/${locale}/assistance/hubs/${id}`}>
      <bdi lang={language}>{name}</bdi>
    </a>
  );
  const names = formatList(
    locale,
    hub.states.map((code) => stateName(code, locale)).toSorted(new Intl.Collator(locale).compare),
  );
  const facts = [
    { field: 'kind', value: t(`hubs.kinds.${hub.kind}`) },
    {
      field: 'description',
      value: hub.description ? (
        <span lang={hub.language} dir={directionOf(hub.language)}>
          {hub.description}
        </span>
      ) : null,
    },
    { field: 'startedOn', value: hub.startedOn ? formatPartOfDate(locale, hub.startedOn) : null },
    { field: 'endedOn', value: hub.endedOn ? formatPartOfDate(locale, hub.endedOn) : null },
    { field: 'location', value: hub.location ? stateName(hub.location, locale) : null },
    {
      field: 'areas',
      value: hub.areas.length > 0 ? <bdi>{formatList(locale, hub.areas)}</bdi> : null,
    },
    {
      field: 'regions',
      value:
        formatList(
          locale,
          hub.regions.map((region) => regionName(region, locale)),
        ) || null,
    },
    { field: 'states', value: names || null },
    {
      field: 'themes',
      value:
        formatList(
          locale,
          hub.themes.map((theme) => themeName(theme, locale)),
        ) || null,
    },
    { field: 'parent', value: parent ? link(parent) : null },
    {
      field: 'children',
      value:
        under.length > 0 ? (
          <ul className="plain">
            {under.map((each) => (
              <li key={each.id}>{link(each)}</li>
            ))}
          </ul>
        ) : null,
    },
  ] as const;
  return (
    <Facts
      facts={facts
        .filter(({ value }) => value !== null)
        .map(({ field, value }) => ({ term: t(`hubs.fields.${field}`), value }))}
    />
  );
}
