import type { HubSeen } from '#lib/assistance/activities/hub-queries';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatList, formatPartOfDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

export function HubsTable({
  locale,
  t,
  hubs,
}: Readonly<{ locale: Locale; t: Translate; hubs: readonly HubSeen[] }>) {
  const dates = ({ startedOn, endedOn }: HubSeen) =>
    [startedOn, endedOn]
      .flatMap((date) => (date ? formatPartOfDate(locale, date) : []))
      .join(' – ');
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="away">{t('hubs.caption')}</caption>
        <thead>
          <tr>
            {(['name', 'kind', 'areas', 'regions', 'dates', 'parent'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`hubs.fields.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hubs.map((hub) => (
            <tr key={hub.id}>
              <th scope="row" className="excerpt">
                <a href={`/${locale}/assistance/hubs/${hub.id}`}>
                  <bdi lang={hub.language}>{hub.name}</bdi>
                </a>
              </th>
              <td className="words" data-label={t('hubs.fields.kind')}>
                {t(`hubs.kinds.${hub.kind}`)}
              </td>
              <td className="words" data-label={t('hubs.fields.areas')}>
                <bdi>{formatList(locale, hub.areas) || '–'}</bdi>
              </td>
              <td className="words" data-label={t('hubs.fields.regions')}>
                {formatList(
                  locale,
                  hub.regions.map((region) => regionShortName(region, locale)),
                ) || '–'}
              </td>
              <td className="words" data-label={t('hubs.fields.dates')}>
                {dates(hub) || '–'}
              </td>
              <td className="words" data-label={t('hubs.fields.parent')}>
                <bdi>{hubs.find(({ id }) => id === hub.parentId)?.name ?? '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
