import { reviewName } from '#components/reviews/review-name';
import type { Locale } from '#lib/convention/names';
import type { ReviewView } from '#lib/needs/reviews/queries';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; reviews: readonly ReviewView[] }>;

/** The reviews in which the reader may enter a need. */
export function ChooseReview({ locale, t, reviews }: Props) {
  if (reviews.length === 0) return <p className="lead">{t('form.noReview')}</p>;
  return (
    <>
      <h2>{t('form.chooseReview')}</h2>
      <ul>
        {reviews.map((review) => (
          <li key={review.id}>
            <a href={`/${locale}/needs/new?review=${review.id}`}>{reviewName(locale, t, review)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
