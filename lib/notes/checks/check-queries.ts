import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { read } from '#db/client';
import { review, state } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';
import { today } from '#lib/text/dates';
import { listChecks, type Check, type CheckInput } from '#lib/notes/checks/list-checks';
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

const mostKnown = 8;

/**
 * The checks of a snapshot: they take a second, and are the same until something changes of what they
 * are made from, for everybody who sees the same.
 */
function knownChecks(snapshot: EditionSnapshot, input: CheckInput): ReturnType<typeof listChecks> {
  const known = globalSingleton(
    'note-checks',
    () => new LRUCache<string, ReturnType<typeof listChecks>>({ max: mostKnown }),
  );
  const { edition, blocks, revision } = snapshot;
  const name = createHash('sha256')
    .update(JSON.stringify([edition, blocks, revision, today(), input]))
    .update(JSON.stringify([...input.accepted]))
    .digest('hex');
  const found = known.get(name) ?? listChecks(snapshot, input);
  known.set(name, found);
  found.catch(() => known.delete(name));
  return found;
}

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
  return withEditionSnapshot(actor, view, async (snapshot) => {
    const input = { accepted, comments, openReviews: open, unpublished };
    const listed = await knownChecks(snapshot, input);
    return work({ ...listed, comments, revision: snapshot.revision }, snapshot);
  });
}
