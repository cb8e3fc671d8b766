import { NeedsTable } from '#components/needs/needs-table';
import { EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { ReviewTools } from '#components/needs/review-tools';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { mayImportTranslations } from '#lib/needs/translations/import-commands';
import { translationsInto } from '#lib/needs/translations/queries';
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
export async function ReviewNeeds({
  locale,
  t,
  actor,
  loaded,
}: Props & Readonly<{ actor: Actor }>) {
  const { review, needs, total, mayEnter, mayImport, barrier } = loaded;
  const translations = await translationsInto(actor, locale, needs);
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
        mayTranslate={mayImportTranslations(actor).ok && (mayEnter || actor.role === 'manager')}
      />
      {total > 0 ? (
        <NeedsTable
          locale={locale}
          t={t}
          needs={needs}
          caption={t('reviews.needsTitle')}
          withState={false}
          translations={translations}
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
