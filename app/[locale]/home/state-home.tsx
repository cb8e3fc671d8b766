import { AwaitedParties } from '#components/reviews/awaited-parties';
import { reviewName } from '#components/reviews/review-name';
import type { Actor } from '#lib/base/actor';
import { countOwnMatches } from '#lib/assistance/matches/queries';
import type { Locale } from '#lib/convention/names';
import { commentedNeeds } from '#lib/needs/comments/queries';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { listReviews } from '#lib/needs/reviews/queries';
import {
  isComplete,
  unansweredArticles,
  type ChapterStatus,
} from '#lib/needs/reviews/review-status';
import { recodedNeeds } from '#lib/review/queue/queries';
import { today } from '#lib/text/dates';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { CommentedNeeds, fewNeeds, NeedsToSettle } from './need-steps';
import { NextList } from './next-list';

/** Loads what awaits the people of a State. */
export async function loadStateHome(actor: Actor) {
  const reviews = await listReviews(actor);
  return {
    reviews: await Promise.all(
      reviews.map(async (review) => ({ review, status: await loadReviewStatus(actor, review) })),
    ),
    recoded: actor.role === 'focal-point' ? await recodedNeeds(actor, fewNeeds) : [],
    commented: await commentedNeeds(actor, fewNeeds),
    claims: actor.role === 'focal-point' ? await countOwnMatches(actor, 'accepted') : 0,
  };
}

type Loaded = Awaited<ReturnType<typeof loadStateHome>>;
type Common = Readonly<{ locale: Locale; t: Translate }>;

/** How far a chapter is, and what it still needs. */
function ChapterProgress({
  locale,
  t,
  reviewId,
  status,
}: Common & Readonly<{ reviewId: string; status: ChapterStatus }>) {
  const { chapter, articles, declared, drafts } = status;
  const open = unansweredArticles(status);
  const answered = t('nextSteps.answered', {
    chapter,
    answered: articles.length - open.length,
    all: articles.length,
  });
  const next = [
    ...(declared ? [t('desk.complete')] : []),
    ...(open.length > 0
      ? [t('desk.missing', { count: open.length, list: formatList(locale, open.map(String)) })]
      : []),
    ...(drafts > 0 ? [t('desk.drafts', { count: drafts })] : []),
    ...(!declared && isComplete(status) ? [t('desk.notDeclared')] : []),
  ];
  return (
    <li>
      <a href={`/${locale}/reviews/${reviewId}#chapter-${chapter}`}>{answered}</a>{' '}
      <span className="note">{next.join(' · ')}</span>
    </li>
  );
}

/** A review of the State: whose turn it is, until when, and how far its chapters are. */
const ReviewProgress = ({ locale, t, review, status }: Common & Loaded['reviews'][number]) => (
  <section>
    <h2>
      <a href={`/${locale}/reviews/${review.id}`}>{reviewName(locale, t, review)}</a>
    </h2>
    {review.closedAt ? (
      <p className="note">
        {t('closing.noEntry', { date: formatDate(locale, review.closedAt.slice(0, 10)) })}
      </p>
    ) : (
      <AwaitedParties locale={locale} t={t} awaited={status.awaited} today={today()} />
    )}
    <ul className="next">
      {status.chapters.map((chapter) => (
        <ChapterProgress
          key={chapter.chapter}
          {...{ locale, t, reviewId: review.id, status: chapter }}
        />
      ))}
    </ul>
  </section>
);

/** What awaits the people of a State, and how far their reviews are. */
export const StateHome = ({ locale, t, reviews, recoded, commented, claims }: Common & Loaded) => (
  <>
    {reviews.length === 0 ? <p>{t('nextSteps.noReviewOfState')}</p> : null}
    <NeedsToSettle
      {...{ locale, t, needs: recoded }}
      title={t('nextSteps.recoded')}
      lead={t('nextSteps.recodedLead')}
      anchor="recoding"
    />
    <CommentedNeeds {...{ locale, t, needs: commented }} />
    <NextList
      title={t('nextSteps.claims')}
      steps={
        claims > 0
          ? [
              {
                key: 'claims',
                href: `/${locale}/assistance/claims`,
                text: t('nextSteps.claimsWait', { count: claims }),
              },
            ]
          : []
      }
    />
    {reviews.map(({ review, status }) => (
      <ReviewProgress key={review.id} {...{ locale, t, review, status }} />
    ))}
  </>
);
