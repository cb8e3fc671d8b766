import { NumberCell } from '#components/summaries/numbers';
import { ScrollableTable } from '#components/ui/scrollable-table';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ReviewerView } from '#lib/people/reviewers/queries';

type Common = Readonly<{ locale: Locale; t: Translate }>;
type OfReviewer = Common & Readonly<{ reviewer: ReviewerView }>;

/** The absences of a reviewer, each with a button that ends it. */
function Leaves({ locale, t, reviewer: { name, leaves } }: OfReviewer) {
  if (leaves.length === 0) return '–';
  return leaves.map(({ id, fromOn, untilOn, substitute }) => (
    <form key={id} method="post" action={`/${locale}/reviewers/end-leave`}>
      {t('reviewers.awayFrom', {
        from: formatDate(locale, fromOn),
        until: formatDate(locale, untilOn),
        substitute: substitute ?? t('reviewers.nobody'),
      })}{' '}
      <input type="hidden" name="leave" value={id} />
      <button className="as-link" aria-label={t('reviewers.endLeaveOf', { name })}>
        {t('reviewers.endLeave')}
      </button>
    </form>
  ));
}

function ReviewerRow({ locale, t, reviewer }: OfReviewer) {
  const { name, email, nominatedBy, reviews } = reviewer;
  return (
    <tr>
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
        <Leaves locale={locale} t={t} reviewer={reviewer} />
      </td>
    </tr>
  );
}

/** The reviewers: who nominated them, how many reviews they have, and when they are away. */
export const ReviewersTable = ({
  locale,
  t,
  reviewers,
}: Common & { reviewers: readonly ReviewerView[] }) => (
  <ScrollableTable label={t('reviewers.caption')}>
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
        {reviewers.map((reviewer) => (
          <ReviewerRow key={reviewer.id} locale={locale} t={t} reviewer={reviewer} />
        ))}
      </tbody>
    </table>
  </ScrollableTable>
);
