import { EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { reviewName } from '#components/reviews/review-name';
import type { Locale } from '#lib/convention/names';
import type { EntryTo } from '#lib/needs/reviews/entry-barriers';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; entries: readonly EntryTo[] }>;

/** The reviews in which the reader may enter a need; of the others, why they cannot be chosen. */
export function ChooseReview({ locale, t, entries }: Props) {
  if (entries.length === 0) return <p className="lead">{t('form.noReview')}</p>;
  return (
    <>
      <h2>{t('form.chooseReview')}</h2>
      <ul>
        {entries.map(({ review, barrier }) => (
          <li key={review.id}>
            {barrier ? (
              <>
                {reviewName(locale, t, review)}
                <EntryBarrierNotice {...{ locale, t, review, barrier }} withLink />
              </>
            ) : (
              <a href={`/${locale}/needs/new?review=${review.id}`}>
                {reviewName(locale, t, review)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
