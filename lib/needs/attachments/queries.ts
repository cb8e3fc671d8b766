import 'server-only';
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, review } from '#db/schema';
import { attachment, attachmentContent, passage } from '#db/schema/attachments';
import type { Actor } from '#lib/base/actor';
import { inNeedsSection } from '#lib/needs/attachments/needs-section';
import { findQuotes, type QuotingNeed, type QuoteRange } from '#lib/needs/attachments/quotes';
import { reviewsWithSource } from '#lib/needs/attachments/scope';
import type { Passage, Unread } from '#lib/files/limits';
import { workingNeeds } from '#lib/needs/model/scope';

/** A file that is or was the source of a review; `current` until another replaces it. */
export type AttachmentView = Readonly<{
  id: string;
  reviewId: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  pages: number | null;
  /** What could not be read of it; empty where nothing is known. */
  unread: readonly Unread[];
  by: string;
  at: string;
  current: boolean;
}>;

const columns = {
  id: attachment.id,
  reviewId: attachment.reviewId,
  name: attachment.name,
  mediaType: attachment.mediaType,
  size: attachment.size,
  sha256: attachment.sha256,
  pages: attachment.pages,
  unread: attachment.unread,
  by: account.name,
  at: attachment.attachedAt,
  toSeq: attachment.toSeq,
};

const attachmentRows = (from: Reader | Writer) =>
  from
    .select(columns)
    .from(attachment)
    .innerJoin(review, eq(review.id, attachment.reviewId))
    .innerJoin(account, eq(account.id, attachment.attachedBy));

const toView = ({
  toSeq,
  reviewId,
  unread,
  ...row
}: Awaited<ReturnType<typeof attachmentRows>>[number]): AttachmentView => ({
  ...row,
  reviewId: reviewId ?? '',
  unread: unread ?? [],
  current: toSeq === null,
});

/** Whether the actor sees the files of this review. */
export async function maySeeSource(
  actor: Actor,
  reviewId: string,
  from: Reader | Writer = read(),
): Promise<boolean> {
  const rows = await from
    .select({ id: review.id })
    .from(review)
    .where(and(eq(review.id, reviewId), reviewsWithSource(actor)));
  return rows.length === 1;
}

/** Returns all files of a review, the current one first; none for actors who do not work on it. */
export async function filesOfReview(
  actor: Actor,
  reviewId: string,
  from: Reader | Writer = read(),
): Promise<AttachmentView[]> {
  const rows = await attachmentRows(from)
    .where(
      and(
        eq(attachment.reviewId, reviewId),
        eq(attachment.kind, 'summary'),
        reviewsWithSource(actor),
      ),
    )
    .orderBy(desc(attachment.fromSeq), desc(attachment.id));
  return rows.map(toView);
}

export type PassageView = Passage &
  Readonly<{
    position: number;
    uses: readonly QuoteRange[];
    inSection: boolean;
    /** Its own number, or that of the paragraph to which it belongs. */ paragraph: string | null;
  }>;
export type SourceView = Readonly<{ file: AttachmentView; passages: readonly PassageView[] }>;

/**
 * Returns the needs of a review that the actor works on and that quote the source, without the
 * withdrawn ones.
 */
async function quotingNeeds(actor: Actor, reviewId: string): Promise<QuotingNeed[]> {
  const rows = await read()
    .select({
      id: need.id,
      reference: need.reference,
      quote: need.quote,
      page: need.page,
      paragraph: need.paragraph,
    })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(
      and(
        eq(need.reviewId, reviewId),
        isNotNull(need.quote),
        ne(need.status, 'withdrawn'),
        workingNeeds(actor),
      ),
    )
    .orderBy(asc(need.createdAt), asc(need.id));
  return rows.map(({ quote, ...row }) => ({ ...row, quote: quote ?? '' }));
}

/**
 * Returns the current source of a review with its text, and where needs quote it; undefined where
 * there is none or it is out of scope.
 */
export async function sourceOfReview(
  actor: Actor,
  reviewId: string,
): Promise<SourceView | undefined> {
  const [row] = await attachmentRows(read()).where(
    and(
      eq(attachment.reviewId, reviewId),
      eq(attachment.kind, 'summary'),
      isNull(attachment.toSeq),
      reviewsWithSource(actor),
    ),
  );
  if (!row) return undefined;
  const [passages, needs] = await Promise.all([
    read()
      .select({
        position: passage.position,
        page: passage.page,
        number: passage.number,
        text: passage.text,
      })
      .from(passage)
      .where(eq(passage.attachmentId, row.id))
      .orderBy(asc(passage.position)),
    quotingNeeds(actor, reviewId),
  ]);
  const uses = findQuotes(passages, needs);
  const inSection = inNeedsSection(passages);
  let paragraph: string | null = null;
  return {
    file: toView(row),
    passages: passages.map((passageRow, i) => {
      paragraph = passageRow.number ?? paragraph;
      return { ...passageRow, uses: uses[i]!, inSection: inSection[i]!, paragraph };
    }),
  };
}

export type AttachmentFile = Readonly<{ file: AttachmentView; content: Buffer }>;

/**
 * Returns a whole file as it was attached, also after another replaced it; undefined where it is
 * out of scope.
 */
export async function attachmentFile(
  actor: Actor,
  attachmentId: string,
): Promise<AttachmentFile | undefined> {
  const [row] = await attachmentRows(read()).where(
    and(eq(attachment.id, attachmentId), reviewsWithSource(actor)),
  );
  if (!row) return undefined;
  const [stored] = await read()
    .select({ content: attachmentContent.content })
    .from(attachmentContent)
    .where(eq(attachmentContent.attachmentId, row.id));
  const content = stored ? Buffer.from(stored.content) : Buffer.alloc(0);
  if (createHash('sha256').update(content).digest('hex') !== row.sha256)
    throw new Error(`the file of attachment ${row.id} is not the one that was attached`);
  return { file: toView(row), content };
}
