import type { Actor } from '#lib/base/actor';
import { filesOfReview, seesSource, sourceOfReview } from '#lib/needs/attachments/queries';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { mayEnter, maySign } from '#lib/needs/model/rules';
import { deskOf } from '#lib/needs/reviews/desk';
import { appointedTo, historyOfReview, type ReviewSeen } from '#lib/needs/reviews/queries';
import { mayEnterMany } from '#lib/needs/store/of-review';
import { accountsSeen } from '#lib/people/accounts/queries';
import { answersFor } from '#lib/review/closing/checklist-queries';

const mostNeeds = 200;

/** Returns what the actor may do to a review; nothing is entered or signed in a closed one. */
const permissionsOn = (actor: Actor, review: ReviewSeen) => ({
  mayEnter: !review.closedAt && mayEnter(actor, review),
  maySign: !review.closedAt && maySign(actor, review),
  mayImport: mayEnterMany(actor, review),
  maySeeChecklist: answersFor(actor, review),
  isAdministrator: actor.role === 'administrator',
});

/** Returns the active reviewers who are not assigned to the review yet. */
async function assignableReviewers(actor: Actor, assigned: readonly { accountId: string }[]) {
  const accounts = await accountsSeen(actor);
  return accounts.filter(
    ({ id, role, active }) =>
      role === 'reviewer' && active && !assigned.some(({ accountId }) => accountId === id),
  );
}

/** Loads all that the page of a review shows. */
export async function loadReview(actor: Actor, review: ReviewSeen) {
  const filter = { review: review.id };
  const [{ needs }, total, people, history, desk, maySeeSource, files, source] = await Promise.all([
    pageOfNeeds(actor, { filter, size: mostNeeds }),
    totalOfNeeds(actor, { filter }),
    appointedTo(actor, review),
    historyOfReview(actor, review),
    deskOf(actor, review),
    seesSource(actor, review.id),
    filesOfReview(actor, review.id),
    sourceOfReview(actor, review.id),
  ]);
  return {
    review,
    needs,
    total,
    people,
    reviewers: await assignableReviewers(actor, people),
    history,
    desk,
    maySeeSource,
    files,
    paragraphs: source?.passages.length ?? 0,
    ...permissionsOn(actor, review),
  };
}

export type LoadedReview = Awaited<ReturnType<typeof loadReview>>;
