import type { HubSeen } from '#lib/assistance/hub-queries';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatList, formatPartOfDate } from '#lib/format';
import type { Translate } from '#lib/i18n';
import { directionOf } from '#lib/languages';

export function HubsTable({ locale, t, hubs }: Readonly<{ locale: Locale; t: Translate; hubs: readonly HubSeen[] }>) {
  const dates = ({ startedOn, endedOn }: HubSeen) => [startedOn, endedOn].flatMap((date) => (date ? formatPartOfDate(locale, date) : [])).join(' – ');
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('hubs.caption')}</caption>
        <thead><tr>{(['name', 'kind', 'areas', 'regions', 'dates', 'parent'] as const).map((column) => <th key={column} scope="col" className="words">{t(`hubs.fields.${column}`)}</th>)}</tr></thead>
        <tbody>
          {hubs.map((hub) => (
            <tr key={hub.id}>
              <th scope="row" lang={hub.language} dir={directionOf(hub.language)}><a href={`/${locale}/assistance/hubs/${hub.id}`}>{hub.name}</a></th>
              <td className="words">{t(`hubs.kinds.${hub.kind}`)}</td><td className="words"><bdi>{formatList(locale, hub.areas) || '–'}</bdi></td>
              <td className="words">{formatList(locale, hub.regions.map((region) => regionShortName(region, locale))) || '–'}</td><td className="words">{dates(hub) || '–'}</td>
              <td className="words"><bdi>{hubs.find(({ id }) => id === hub.parentId)?.name ?? '–'}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
