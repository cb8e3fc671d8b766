import { sql } from 'drizzle-orm';
import { bytes, check, index, integer, primaryKey, table, text } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, review } from '#db/schema';
import { attachmentKinds, type AttachmentKind } from '#lib/needs/attachments/vocabulary';

/**
 * A file that was attached: an executive summary to its review, a letter of nomination to a
 * handover. Kept whole and never changed.
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
    attachedBy: text('attached_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    attachedAt: text('attached_at').notNull(),
    /** The revisions at which it is the review's source: another one takes its place. */
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('attachment_review').on(t.reviewId, t.toSeq),
    oneOf('attachment_kind', 'kind', attachmentKinds),
    check('attachment_of_review', sql.raw(`("kind" = 'summary') = ("review_id" is not null)`)),
  ],
);

/** The file itself, apart, so that no list carries it along. */
export const attachmentContent = table('attachment_content', {
  attachmentId: text('attachment_id')
    .primaryKey()
    .references(() => attachment.id, { onDelete: 'restrict' }),
  content: bytes('content').notNull(),
});

/**
 * The text of an attachment, paragraph by paragraph, with the page and the printed number of each.
 */
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
