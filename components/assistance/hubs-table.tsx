import type { HubView } from '#lib/assistance/hubs/queries';
import type { Locale } from '#lib/convention/names';
import { regionShortName } from '#lib/convention/regions';
import { formatList, formatPartOfDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; hubs: readonly HubView[] }>;
type RowProps = Pick<Props, 'locale' | 't'> & Readonly<{ hub: HubView; parent?: HubView }>;

function HubRow({ locale, t, hub, parent }: RowProps) {
  const dates = [hub.startedOn, hub.endedOn]
    .flatMap((date) => (date ? formatPartOfDate(locale, date) : []))
    .join(' – ');
  const regions = hub.regions.map((region) => regionShortName(region, locale));
  return (
    <tr>
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
        {formatList(locale, regions) || '–'}
      </td>
      <td className="words" data-label={t('hubs.fields.dates')}>
        {dates || '–'}
      </td>
      <td className="words" data-label={t('hubs.fields.parent')}>
        <bdi>{parent?.name ?? '–'}</bdi>
      </td>
    </tr>
  );
}

/** The hubs and platforms, each with a link to its page. */
export const HubsTable = ({ locale, t, hubs }: Props) => (
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
          <HubRow
            key={hub.id}
            {...{ locale, t, hub }}
            parent={hubs.find(({ id }) => id === hub.parentId)}
          />
        ))}
      </tbody>
    </table>
  </div>
);
