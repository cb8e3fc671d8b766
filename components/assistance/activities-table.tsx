import { ActivityStatusTag } from '#components/assistance/activity-status';
import { periodText, shortPlaces } from '#components/assistance/activity-text';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { themeName } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  activities: readonly ActivityView[];
  caption: string;
  withTheme?: boolean;
}>;

const ActivityRow = ({
  locale,
  t,
  activity: { id, reference, status, content },
  withTheme,
}: Pick<Props, 'locale' | 't' | 'withTheme'> & { activity: ActivityView }) => (
  <tr>
    <th scope="row">
      <a href={`/${locale}/assistance/${id}`}>
        <bdi>{reference}</bdi>
      </a>
    </th>
    <td className="words text" lang={content.language} dir={directionOf(content.language)}>
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
);

/** Activities, each with a link to its page. */
export function ActivitiesTable({ locale, t, activities, caption, withTheme = true }: Props) {
  const heads = [
    t('assistance.fields.reference'),
    t('assistance.fields.title'),
    ...(withTheme ? [t('assistance.fields.theme')] : []),
    t('assistance.fields.kind'),
    t('assistance.statesAndAreas'),
    t('assistance.fields.dates'),
    t('assistance.fields.status'),
  ];
  return (
    <div className="scroll">
      <table className="stacked">
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="words">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.id} {...{ locale, t, activity, withTheme }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
