import { ActivityStatusTag } from '#components/assistance/activity-status';
import { periodText, shortPlaces } from '#components/assistance/words';
import type { ActivitySeen } from '#lib/assistance/activities/queries';
import { themeName } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  activities: readonly ActivitySeen[];
  caption: string;
  withTheme?: boolean;
}>;

export function ActivitiesTable({ locale, t, activities, caption, withTheme = true }: Props) {
  const columns = [
    'reference',
    'title',
    ...(withTheme ? (['theme'] as const) : []),
    'kind',
  ] as const;
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="words">
                {t(`assistance.fields.${column}`)}
              </th>
            ))}
            <th scope="col" className="words">
              {t('assistance.statesAndAreas')}
            </th>
            <th scope="col" className="words">
              {t('assistance.fields.dates')}
            </th>
            <th scope="col" className="words">
              {t('assistance.fields.status')}
            </th>
          </tr>
        </thead>
        <tbody>
          {activities.map(({ id, reference, status, content }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/${locale}/assistance/${id}`}>
                  <bdi>{reference}</bdi>
                </a>
              </th>
              <td
                className="words text"
                lang={content.language}
                dir={directionOf(content.language)}
              >
                {content.title}
              </td>
              {withTheme ? (
                <td className="words of-theme" data-label={t('assistance.fields.theme')}>
                  {themeName(content.theme, locale)}
                </td>
              ) : null}
              <td className="words" data-label={t('assistance.fields.kind')}>
                {t(`assistance.kinds.${content.kind}`)}
              </td>
              <td className="words whom" data-label={t('assistance.statesAndAreas')}>
                <bdi>{shortPlaces(locale, content) || '–'}</bdi>
              </td>
              <td className="words period" data-label={t('assistance.fields.dates')}>
                <bdi>{periodText(locale, t, content)}</bdi>
              </td>
              <td className="words" data-label={t('assistance.fields.status')}>
                <ActivityStatusTag t={t} status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
