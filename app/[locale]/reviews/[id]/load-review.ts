import type { Actor } from '#lib/base/actor';
import { filesOfReview, maySeeSource, sourceOfReview } from '#lib/needs/attachments/queries';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { draftsOfReview } from '#lib/needs/entry/drafts';
import { mayEnter, maySign } from '#lib/needs/model/transitions';
import { loadReviewStatus, type ReviewStatus } from '#lib/needs/reviews/load-review-status';
import type { EntryBarrier } from '#lib/needs/reviews/review-status';
import { appointeesOf, historyOfReview, type ReviewView } from '#lib/needs/reviews/queries';
import { mayEnterMany } from '#lib/needs/store/review-needs';
import { listAccounts } from '#lib/people/accounts/queries';
import { isResponsibleFor } from '#lib/review/closing/queries';

const mostNeeds = 200;

/** Why nothing can be entered into a review, in view of its chapters. */
function barrierOf({ closedAt }: ReviewView, { chapters }: ReviewStatus): EntryBarrier | undefined {
  if (closedAt) return 'closed';
  return chapters.every(({ declared }) => declared) ? 'declared' : undefined;
}

/** Returns what the actor may do to a review; nothing is entered or signed in a closed one. */
const permissionsOn = (actor: Actor, review: ReviewView, barrier: EntryBarrier | undefined) => ({
  mayEnter: !barrier && mayEnter(actor, review),
  maySign: !review.closedAt && maySign(actor, review),
  mayImport: !barrier && mayEnterMany(actor, review),
  /** Why the actor cannot enter anything, who otherwise may. */
  barrier: mayEnter(actor, review) ? barrier : undefined,
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
    drafts: review.closedAt ? [] : await draftsOfReview(actor, review.id),
    paragraphs: source?.passages.length ?? 0,
    ...permissionsOn(actor, review, barrierOf(review, desk)),
  };
}

export type LoadedReview = Awaited<ReturnType<typeof loadReview>>;
