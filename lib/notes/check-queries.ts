import 'server-only';
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { listChecks, type Check } from '#lib/notes/checks';
import type { EditionSnapshot } from '#lib/notes/assemble';
import type { ChangedBlock } from '#lib/notes/moved';
import { withMaterial } from '#lib/notes/finish';
import { acceptedOf, commentsOf, type EditionSeen, type NoteCommentView } from '#lib/notes/queries';

/** Returns the reviews whose summary this edition counts but which are not closed yet. */
const openReviews = ({ cycle, cutoff }: EditionSeen['edition']) =>
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
export async function editionChecks<T>(
  actor: Actor,
  view: EditionSeen,
  work: (checked: EditionChecks, snapshot: EditionSnapshot) => T,
): Promise<T> {
  const { edition } = view;
  const accepted = await acceptedOf(actor, edition.id);
  const comments = await commentsOf(actor, edition.id);
  const open = await openReviews(edition);
  return withMaterial(actor, view, (snapshot) =>
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
