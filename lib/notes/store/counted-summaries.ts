import 'server-only';
import {
  and,
  asc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { read } from '#db/client';
import { review, reviewVersion, state } from '#db/schema';
import { note } from '#db/schema/notes';
import { today } from '#lib/text/dates';
import type { Edition } from '#lib/notes/model/edition';

/** A review whose summary an edition counts. */
export type CountedSummary = Readonly<{ id: string; code: string }>;

/**
 * The last day on which a summary may have been published to count in a note for the public: that
 * of freezing, so that a frozen edition never changes; today for a draft.
 */
export const lastPublicationDay = ({ frozenAt }: Readonly<{ frozenAt?: string | null }>): string =>
  frozenAt?.slice(0, 10) ?? today();

/** Whether the public may read the summary of a review today, whatever was so at a revision. */
const isPublishedNow = (): SQL =>
  and(isNotNull(review.publishedOn), lte(review.publishedOn, today()))!;

/**
 * The versions of reviews that a row of `note` counts: those at its revision, or the present ones of
 * a draft. The same rule as that of `withRegisterSnapshot`.
 */
const isCountedByNote = (): SQL =>
  and(
    eq(review.cycle, note.cycle),
    or(
      and(isNull(note.revision), isNull(reviewVersion.toSeq)),
      and(
        lte(reviewVersion.fromSeq, note.revision),
        or(isNull(reviewVersion.toSeq), gt(reviewVersion.toSeq, note.revision)),
      ),
    ),
    isNotNull(reviewVersion.completedOn),
    lte(reviewVersion.completedOn, note.cutoff),
    or(
      eq(note.audience, 'group'),
      and(
        isNotNull(reviewVersion.publishedOn),
        lte(reviewVersion.publishedOn, sql`coalesce(substr(${note.frozenAt}, 1, 10), ${today()})`),
      ),
    ),
  )!;

/**
 * Whether the public may see the edition of a row of `note`: it is published, and so are now all
 * summaries that it counts. It is computed whenever an edition is read, so that whatever takes a
 * summary out of public view takes the edition with it.
 */
export const isInPublicView = (from: Reader | Writer = read()): SQL =>
  and(
    eq(note.status, 'published'),
    not(
      exists(
        from
          .select({ one: sql`1` })
          .from(reviewVersion)
          .innerJoin(review, eq(review.id, reviewVersion.reviewId))
          .where(and(isCountedByNote(), not(isPublishedNow()))),
      ),
    ),
  )!;

/**
 * Returns the reviews whose summaries an edition counts though they are not published now, in the
 * order of their States; with `condition`, only those of them that meet it.
 */
export const unpublishedSummariesIn = (
  { id }: Pick<Edition, 'id'>,
  from: Reader | Writer = read(),
  condition?: SQL,
): Promise<CountedSummary[]> =>
  from
    .select({ id: review.id, code: state.code })
    .from(note)
    .innerJoin(review, eq(review.cycle, note.cycle))
    .innerJoin(reviewVersion, eq(reviewVersion.reviewId, review.id))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(and(eq(note.id, id), isCountedByNote(), not(isPublishedNow()), condition))
    .orderBy(asc(state.code), asc(review.id));
