import { sql } from 'drizzle-orm';
import { bytes, check, index, integer, json, primaryKey, table, text } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, review } from '#db/schema';
import {
  attachmentKinds,
  type AttachmentKind,
  type UnreadParts,
} from '#lib/needs/attachments/vocabulary';

/**
 * An attached file: the executive summary of a review, or the letter of nomination of a handover. It
 * is never changed.
 */
export const attachment = table(
  'attachment',
  {
    id: text('id').primaryKey(),
    kind: text<AttachmentKind>('kind').notNull(),
    reviewId: text('review_id').references(() => review.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    pages: integer('pages'),
    /** What of its text could not be read; null where it was attached before that was recorded. */
    unread: json<UnreadParts>('unread'),
    attachedBy: text('attached_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    attachedAt: text('attached_at').notNull(),
    /** The revisions at which it is the source of the review, until another replaces it. */
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('attachment_review').on(t.reviewId, t.toSeq),
    oneOf('attachment_kind', 'kind', attachmentKinds),
    check('attachment_of_review', sql.raw(`("kind" = 'summary') = ("review_id" is not null)`)),
  ],
);

/** The content of a file, in a table of its own so that lists do not load it. */
export const attachmentContent = table('attachment_content', {
  attachmentId: text('attachment_id')
    .primaryKey()
    .references(() => attachment.id, { onDelete: 'restrict' }),
  content: bytes('content').notNull(),
});

/** The paragraphs of an attachment, each with its page and its printed number. */
export const passage = table(
  'passage',
  {
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachment.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    page: integer('page'),
    number: text('number'),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attachmentId, t.position] })],
);
