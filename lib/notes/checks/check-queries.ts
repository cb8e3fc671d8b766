import 'server-only';
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { listChecks, type Check } from '#lib/notes/checks/list-checks';
import type { EditionSnapshot } from '#lib/notes/assembly/assemble-note';
import type { ChangedBlock } from '#lib/notes/checks/changed-blocks';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import {
  acceptedNumbersOf,
  commentsOfEdition,
  type EditionView,
  type NoteCommentView,
} from '#lib/notes/store/queries';

/** Returns the reviews whose summary this edition counts but which are not closed yet. */
const openReviews = ({ cycle, cutoff }: EditionView['edition']) =>
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
      ),
    )
    .orderBy(state.code);

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
  const open = await openReviews(edition);
  return withEditionSnapshot(actor, view, (snapshot) =>
    work(
      {
        ...listChecks(snapshot, { accepted, comments, openReviews: open }),
        comments,
        revision: snapshot.revision,
      },
      snapshot,
    ),
  );
}
