import type { ReactNode } from 'react';
import { Facts } from '#components/ui/page';
import type { HubView } from '#lib/assistance/hubs/queries';
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
  hub: HubView;
  parent?: HubView;
  /** The hubs that belong to this one. */
  subhubs: readonly HubView[];
}>;
type Field =
  | 'kind'
  | 'description'
  | 'startedOn'
  | 'endedOn'
  | 'location'
  | 'areas'
  | 'regions'
  | 'states'
  | 'themes'
  | 'parent'
  | 'children';
type FieldValue = Readonly<{ field: Field; value: ReactNode }>;

const HubLink = ({ locale, hub: { id, name, language } }: Pick<Props, 'locale' | 'hub'>) => (
  <a href={`/${locale}/assistance/hubs/${id}`}>
    <bdi lang={language}>{name}</bdi>
  </a>
);

/** What the hub is, and since when and until when. */
function descriptionFields({ locale, t, hub }: Props): FieldValue[] {
  const date = (text: string | null) => (text ? formatPartOfDate(locale, text) : null);
  const description = hub.description ? (
    <span lang={hub.language} dir={directionOf(hub.language)}>
      {hub.description}
    </span>
  ) : null;
  return [
    { field: 'kind', value: t(`hubs.kinds.${hub.kind}`) },
    { field: 'description', value: description },
    { field: 'startedOn', value: date(hub.startedOn) },
    { field: 'endedOn', value: date(hub.endedOn) },
  ];
}

/** Where the hub is, which States it serves and with what. */
function reachFields({ locale, hub }: Props): FieldValue[] {
  const list = (items: readonly string[]) => formatList(locale, items) || null;
  const areas = hub.areas.length > 0 ? <bdi>{formatList(locale, hub.areas)}</bdi> : null;
  const states = hub.states
    .map((code) => stateName(code, locale))
    .toSorted(new Intl.Collator(locale).compare);
  return [
    { field: 'location', value: hub.location ? stateName(hub.location, locale) : null },
    { field: 'areas', value: areas },
    { field: 'regions', value: list(hub.regions.map((region) => regionName(region, locale))) },
    { field: 'states', value: list(states) },
    { field: 'themes', value: list(hub.themes.map((theme) => themeName(theme, locale))) },
  ];
}

/** The hubs above and below this one. */
function relatedFields({ locale, parent, subhubs }: Props): FieldValue[] {
  const links = (
    <ul className="plain">
      {subhubs.map((each) => (
        <li key={each.id}>
          <HubLink locale={locale} hub={each} />
        </li>
      ))}
    </ul>
  );
  return [
    { field: 'parent', value: parent ? <HubLink locale={locale} hub={parent} /> : null },
    { field: 'children', value: subhubs.length > 0 ? links : null },
  ];
}

/** The facts of a hub; those without a value are left out. */
export function HubFacts(props: Props) {
  const { t } = props;
  const fields = [...descriptionFields(props), ...reachFields(props), ...relatedFields(props)];
  return (
    <Facts
      facts={fields
        .filter(({ value }) => value !== null)
        .map(({ field, value }) => ({ term: t(`hubs.fields.${field}`), value }))}
    />
  );
}
