import { NumberCell } from '#components/summaries/numbers';
import { Scroll } from '#components/ui/scroll';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ReviewerSeen } from '#lib/people/reviewers/queries';

/**
 * Who reviews, for which State or for the secretariat, how much they have, and when they are away.
 */
export function ReviewersTable({
  locale,
  t,
  reviewers,
}: {
  locale: Locale;
  t: Translate;
  reviewers: readonly ReviewerSeen[];
}) {
  return (
    <Scroll label={t('reviewers.caption')}>
      <table>
        <caption className="away">{t('reviewers.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('accounts.name')}
            </th>
            <th scope="col" className="words">
              {t('reviewers.nominatedBy')}
            </th>
            <th scope="col">{t('reviewers.reviews')}</th>
            <th scope="col" className="words">
              {t('reviewers.away')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ id, name, email, nominatedBy, reviews, leaves }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <br />
                <span className="note" dir="ltr">
                  {email}
                </span>
              </th>
              <td className="words">
                {nominatedBy
                  ? t('reviewers.expertOf', { state: stateName(nominatedBy.code, locale) })
                  : t('reviewers.officer')}
              </td>
              <NumberCell locale={locale} n={reviews} />
              <td className="words">
                {leaves.length === 0
                  ? '–'
                  : leaves.map((leave) => (
                      <form key={leave.id} method="post" action={`/${locale}/reviewers/end-leave`}>
                        {t('reviewers.awayFrom', {
                          from: formatDate(locale, leave.fromOn),
                          until: formatDate(locale, leave.untilOn),
                          substitute: leave.substitute ?? t('reviewers.nobody'),
                        })}{' '}
                        <input type="hidden" name="leave" value={leave.id} />
                        <button
                          className="as-link"
                          aria-label={t('reviewers.endLeaveOf', { name })}
                        >
                          {t('reviewers.endLeave')}
                        </button>
                      </form>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
