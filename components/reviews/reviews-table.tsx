import { NeedStatus } from '#components/needs/need-facts';
import { regionShortName } from '#lib/convention/regions';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { statuses } from '#lib/needs/model/vocabulary';
import type { ProgressByReview, ReviewView } from '#lib/needs/reviews/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviews: readonly ReviewView[];
  progress: ProgressByReview;
}>;

export function ReviewsTable({ locale, t, reviews, progress }: Props) {
  const date = (value: string | null) =>
    value ? formatDate(locale, value) : <span className="note">{t('reviews.notYet')}</span>;
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('reviews.caption')}</caption>
        <thead>
          <tr>
            {(['state', 'region', 'cycle', 'completed', 'published', 'needs'] as const).map(
              (column) => (
                <th key={column} scope="col" className="words">
                  {t(`reviews.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {reviews.map(({ id, stateCode, region, cycle, completedOn, publishedOn }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/${locale}/reviews/${id}`}>{stateName(stateCode, locale)}</a>
              </th>
              <td className="words">{regionShortName(region, locale)}</td>
              <td className="words">{t(`cycles.${cycle}`)}</td>
              <td className="words">{date(completedOn)}</td>
              <td className="words">{date(publishedOn)}</td>
              <td className="words">
                {statuses
                  .filter((status) => progress.get(id)?.[status])
                  .map((status) => (
                    <span key={status}>
                      <NeedStatus t={t} status={status} />{' '}
                      {formatNumber(locale, progress.get(id)![status]!)}{' '}
                    </span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
