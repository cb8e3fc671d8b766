import { AwaitedParties } from '#components/reviews/awaited-parties';
import { AnswerForm, ChapterStatus } from '#components/reviews/chapter-status';
import type { FormError } from '#components/ui/error-summary';
import { Facts, Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import type { FormFields } from '#lib/http/form';
import { today } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { LoadedReview } from './load-review';

type Props = Readonly<{ locale: Locale; t: Translate; loaded: LoadedReview }>;
type FormProps = Readonly<{ by: string; form?: FormFields; errors: readonly FormError[] }>;

/** The region of the State, and the dates and symbol of the executive summary. */
export function ReviewFacts({ locale, t, loaded: { review } }: Props) {
  const dateText = (date: string | null) => (date ? formatDate(locale, date) : t('reviews.notYet'));
  const symbol = review.symbol
    ? [{ term: t('reviews.symbol'), value: <bdi>{review.symbol}</bdi> }]
    : [];
  return (
    <Facts
      facts={[
        { term: t('reviews.region'), value: regionName(review.region, locale) },
        { term: t('reviews.completed'), value: dateText(review.completedOn) },
        { term: t('reviews.published'), value: dateText(review.publishedOn) },
        ...symbol,
      ]}
    />
  );
}

/** Whether the review is closed, and what it takes to close it. */
export const ReviewClosing = ({ locale, t, loaded: { review, maySeeChecklist } }: Props) => (
  <>
    {review.closedAt ? (
      <Notice>
        <p>{t('closing.closedOn', { date: formatDate(locale, review.closedAt.slice(0, 10)) })}</p>
      </Notice>
    ) : null}
    {maySeeChecklist ? (
      <p>
        <a href={`/${locale}/reviews/${review.id}/checklist`}>{t('closing.open')}</a>
      </p>
    ) : null}
  </>
);

/** Whom the review awaits, and the status of each of its chapters. */
export const ReviewStatus = ({ locale, t, loaded, ...formProps }: Props & FormProps) => (
  <>
    {loaded.review.closedAt ? null : (
      <AwaitedParties locale={locale} t={t} awaited={loaded.desk.awaited} today={today()} />
    )}
    <h2 id="desk">{t('desk.title')}</h2>
    <p className="hint">{t(loaded.maySign ? 'desk.lead' : 'desk.leadReading')}</p>
    {loaded.maySign ? (
      <AnswerForm locale={locale} reviewId={loaded.review.id} by={formProps.by} />
    ) : null}
    {loaded.isAdministrator || loaded.maySign ? (
      <p>
        <a href={`/${locale}/reviews/${loaded.review.id}/submission`}>{t('submission.open')}</a>
      </p>
    ) : null}
    {loaded.desk.chapters.map((chapter) => (
      <ChapterStatus
        key={chapter.chapter}
        locale={locale}
        t={t}
        reviewId={loaded.review.id}
        status={chapter}
        maySign={loaded.maySign}
        {...formProps}
      />
    ))}
  </>
);
