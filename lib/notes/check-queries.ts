import 'server-only';
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { checksOf, type Check } from '#lib/notes/checks';
import type { Material } from '#lib/notes/assemble';
import type { Moved } from '#lib/notes/moved';
import { withMaterial } from '#lib/notes/finish';
import { acceptedOf, commentsOf, type EditionSeen, type NoteCommentSeen } from '#lib/notes/queries';

/** Reviews with a summary that this edition counts, which are not closed for counting. */
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

export type Checked = Readonly<{
  checks: readonly Check[];
  moved: readonly Moved[];
  comments: readonly NoteCommentSeen[];
  revision: number;
}>;

/**
 * What is to be settled before an edition is frozen, and what moved since its numbers were
 * accepted, for `work` at one revision of the register.
 */
export async function editionChecks<T>(
  actor: Actor,
  seen: EditionSeen,
  work: (checked: Checked, material: Material) => T,
): Promise<T> {
  const { edition } = seen;
  const accepted = await acceptedOf(actor, edition.id);
  const comments = await commentsOf(actor, edition.id);
  const open = await openReviews(edition);
  return withMaterial(actor, seen, (material) =>
    work(
      {
        ...checksOf(material, { accepted, comments, openReviews: open }),
        comments,
        revision: material.revision,
      },
      material,
    ),
  );
}
