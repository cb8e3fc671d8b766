import { NeedsTable } from '#components/needs/needs-table';
import { EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { ReviewTools } from '#components/needs/review-tools';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { LoadedReview } from './load-review';

type Props = Readonly<{ locale: Locale; t: Translate; loaded: LoadedReview }>;

/** The buttons to enter a need and to rank them all. */
function EntryButtons({ locale, t, loaded: { review, total, mayEnter, maySign } }: Props) {
  if (!mayEnter) return null;
  return (
    <p className="buttons">
      <a className="button" href={`/${locale}/needs/new?review=${review.id}`}>
        {t('reviews.enter')}
      </a>
      {maySign && total > 1 ? (
        <a className="button second" href={`/${locale}/reviews/${review.id}/priorities`}>
          {t('priorities.open')}
        </a>
      ) : null}
    </p>
  );
}

/** The needs of the review and the ways to enter more. */
export function ReviewNeeds({ locale, t, loaded }: Props) {
  const { review, needs, total, mayEnter, mayImport, barrier } = loaded;
  return (
    <>
      <h2>{t('reviews.needsTitle')}</h2>
      {barrier ? <EntryBarrierNotice {...{ locale, t, review, barrier }} /> : null}
      <EntryButtons locale={locale} t={t} loaded={loaded} />
      <ReviewTools
        locale={locale}
        t={t}
        reviewId={review.id}
        mayEnter={mayEnter}
        mayImport={mayImport}
      />
      {total > 0 ? (
        <NeedsTable
          locale={locale}
          t={t}
          needs={needs}
          caption={t('reviews.needsTitle')}
          withState={false}
        />
      ) : (
        <p>{t('reviews.noNeeds')}</p>
      )}
      {total > needs.length ? (
        <p>
          <a href={`/${locale}/needs?review=${review.id}`}>{t('needs.total', { count: total })}</a>
        </p>
      ) : null}
    </>
  );
}
