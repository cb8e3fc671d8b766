import 'server-only';
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { listChecks, type Check } from '#lib/notes/checks/list-checks';
import type { EditionSnapshot } from '#lib/notes/assembly/assemble-note';
import type { ChangedBlock } from '#lib/notes/checks/changed-blocks';
import { visibleReviews } from '#lib/needs/reviews/scope';
import {
  lastPublicationDay,
  unpublishedSummariesIn,
  type CountedSummary,
} from '#lib/notes/store/counted-summaries';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import {
  acceptedNumbersOf,
  commentsOfEdition,
  type EditionView,
  type NoteCommentView,
} from '#lib/notes/store/queries';

/**
 * Returns the reviews whose summary this edition counts but which are not closed yet, of those that
 * the actor may see.
 */
const openReviews = (
  actor: Actor,
  { audience, cycle, cutoff, frozenAt }: EditionView['edition'],
): Promise<CountedSummary[]> =>
  read()
    .select({ id: review.id, code: state.code })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId))
    .where(
      and(
        eq(review.cycle, cycle),
        isNotNull(review.completedOn),
        lte(review.completedOn, cutoff),
        isNull(review.closedAt),
        audience === 'public'
          ? lte(review.publishedOn, lastPublicationDay({ frozenAt }))
          : undefined,
        visibleReviews(actor),
      ),
    )
    .orderBy(state.code);

/**
 * Returns the summaries that keep the edition out of public view: those that the actor may see, and
 * how many others there are.
 */
async function unpublishedSummaries(actor: Actor, edition: EditionView['edition']) {
  const all = await unpublishedSummariesIn(edition);
  const named = await unpublishedSummariesIn(edition, read(), visibleReviews(actor));
  return { named, hasOthers: named.length < all.length };
}

export type EditionChecks = Readonly<{
  checks: readonly Check[];
  moved: readonly ChangedBlock[];
  comments: readonly NoteCommentView[];
  revision: number;
}>;

/**
 * Runs `work` with the checks of an edition and the blocks that changed since their numbers were
 * accepted, all at one revision of the register.
 */
export async function withEditionChecks<T>(
  actor: Actor,
  view: EditionView,
  work: (checked: EditionChecks, snapshot: EditionSnapshot) => T,
): Promise<T> {
  const { edition } = view;
  const accepted = await acceptedNumbersOf(actor, edition.id);
  const comments = await commentsOfEdition(actor, edition.id);
  const open = await openReviews(actor, edition);
  const unpublished = await unpublishedSummaries(actor, edition);
  return withEditionSnapshot(actor, view, (snapshot) =>
    work(
      {
        ...listChecks(snapshot, { accepted, comments, openReviews: open, unpublished }),
        comments,
        revision: snapshot.revision,
      },
      snapshot,
    ),
  );
}
