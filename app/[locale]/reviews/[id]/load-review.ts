import type { Actor } from '#lib/base/actor';
import { filesOfReview, maySeeSource, sourceOfReview } from '#lib/needs/attachments/queries';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { mayEnter, maySign } from '#lib/needs/model/transitions';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { appointeesOf, historyOfReview, type ReviewView } from '#lib/needs/reviews/queries';
import { mayEnterMany } from '#lib/needs/store/review-needs';
import { listAccounts } from '#lib/people/accounts/queries';
import { isResponsibleFor } from '#lib/review/closing/queries';

const mostNeeds = 200;

/** Returns what the actor may do to a review; nothing is entered or signed in a closed one. */
const permissionsOn = (actor: Actor, review: ReviewView) => ({
  mayEnter: !review.closedAt && mayEnter(actor, review),
  maySign: !review.closedAt && maySign(actor, review),
  mayImport: mayEnterMany(actor, review),
  maySeeChecklist: isResponsibleFor(actor, review),
  isAdministrator: actor.role === 'administrator',
});

/** Returns the active reviewers who are not assigned to the review yet. */
async function assignableReviewers(actor: Actor, assigned: readonly { accountId: string }[]) {
  const accounts = await listAccounts(actor);
  return accounts.filter(
    ({ id, role, active }) =>
      role === 'reviewer' && active && !assigned.some(({ accountId }) => accountId === id),
  );
}

/** Loads all that the page of a review shows. */
export async function loadReview(actor: Actor, review: ReviewView) {
  const filter = { review: review.id };
  const [{ needs }, total, people, history, desk, seesSource, files, source] = await Promise.all([
    pageOfNeeds(actor, { filter, size: mostNeeds }),
    totalOfNeeds(actor, { filter }),
    appointeesOf(actor, review),
    historyOfReview(actor, review),
    loadReviewStatus(actor, review),
    maySeeSource(actor, review.id),
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
    maySeeSource: seesSource,
    files,
    paragraphs: source?.passages.length ?? 0,
    ...permissionsOn(actor, review),
  };
}

export type LoadedReview = Awaited<ReturnType<typeof loadReview>>;
