import { Page } from '#components/ui/page';
import { ReviewsTable } from '#components/reviews/reviews-table';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { progressOfReviews, listReviews } from '#lib/needs/reviews/queries';

export default async function Reviews({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviews`);
  const [reviews, progress] = await Promise.all([listReviews(actor), progressOfReviews(actor)]);
  return (
    <Page title={t('reviews.title')} site={t('site.name')}>
      <h1>{t('reviews.title')}</h1>
      {actor.role === 'administrator' ? (
        <p className="buttons">
          <a className="button" href={`/${locale}/reviews/new`}>
            {t('reviews.create')}
          </a>
        </p>
      ) : null}
      {reviews.length > 0 ? (
        <ReviewsTable locale={locale} t={t} reviews={reviews} progress={progress} />
      ) : (
        <p className="lead">
          {t(actor.role === 'reviewer' ? 'reviews.emptyAssigned' : 'reviews.empty')}
        </p>
      )}
    </Page>
  );
}
