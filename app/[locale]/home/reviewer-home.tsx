import { reviewName } from '#components/reviews/review-name';
import { DueDate } from '#components/reviews/due-date';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { commentedNeeds } from '#lib/needs/comments/queries';
import { objectedNeeds, reviewsToDecide } from '#lib/review/queue/queries';
import { today } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { CommentedNeeds, fewNeeds, NeedsToSettle } from './need-steps';
import { NextList } from './next-list';

/** Loads what awaits a reviewer. */
export const loadReviewerHome = async (actor: Actor) => ({
  waiting: await reviewsToDecide(actor),
  objected: await objectedNeeds(actor, fewNeeds),
  commented: await commentedNeeds(actor, fewNeeds),
  hasReviews: actor.reviewIds.length > 0,
});

type Props = Readonly<{ locale: Locale; t: Translate }> &
  Awaited<ReturnType<typeof loadReviewerHome>>;

/** What awaits a reviewer, by review, and what others say about the needs. */
export const ReviewerHome = ({ locale, t, waiting, objected, commented, hasReviews }: Props) => (
  <>
    <NextList
      title={t('nextSteps.toDecide')}
      none={t(hasReviews ? 'nextSteps.nothingToDecide' : 'reviews.emptyAssigned')}
      steps={waiting.map(({ id, needs, since, decisionDueOn, ...review }) => ({
        key: id,
        href: `/${locale}/needs?review=${id}`,
        text: reviewName(locale, t, review),
        note: (
          <>
            {t('nextSteps.needsSince', {
              count: needs,
              date: formatDate(locale, since.slice(0, 10)),
            })}
            {decisionDueOn ? (
              <>
                {' '}
                · <DueDate {...{ locale, t }} dueOn={decisionDueOn} today={today()} />
              </>
            ) : null}
          </>
        ),
      }))}
    />
    <NeedsToSettle
      {...{ locale, t, needs: objected }}
      title={t('nextSteps.objected')}
      lead={t('nextSteps.objectedLead')}
      anchor="recoding"
    />
    <CommentedNeeds {...{ locale, t, needs: commented }} />
  </>
);
