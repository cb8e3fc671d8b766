import { index, integer, json, primaryKey, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, review, state } from '#db/schema';
import { attachment } from '#db/schema/attachments';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';

/** The unsaved content of a form. It creates no version and no revision; saving deletes it. */
export const autosave = table(
  'autosave',
  {
    /** The id of the need, which may not have been entered yet. */
    needId: text('need_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    /** The version that the form started from; 0 where the need has not been entered. */
    version: integer('version').notNull(),
    form: json<Readonly<Record<string, readonly string[]>>>('form').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.accountId] }),
    index('autosave_account').on(t.accountId, t.savedAt),
  ],
);

/** *No need identified here*: the signed answer for an article without needs in the summary. */
export const articleAnswer = table(
  'article_answer',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    article: integer('article').notNull(),
    answeredBy: text('answered_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('article_answer_once').on(t.reviewId, t.article, t.fromSeq),
    index('article_answer_review').on(t.reviewId, t.toSeq),
  ],
);

/** The declaration that a chapter of a review is complete, until it is withdrawn with a reason. */
export const declaration = table(
  'declaration',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    chapter: text<Chapter>('chapter').notNull(),
    declaredBy: text('declared_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    takenBackBy: text('taken_back_by').references(() => account.id, { onDelete: 'restrict' }),
    takenBackAt: text('taken_back_at'),
    reason: text('reason'),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('declaration_once').on(t.reviewId, t.chapter, t.fromSeq),
    oneOf('declaration_chapter', 'chapter', chapterCodes),
  ],
);

/**
 * The rows of an import, valid or not, between its preview and its confirmation. They are not register
 * data.
 */
export const importPreview = table(
  'import_preview',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    /** JSON, serialised in the worker thread: the main thread need not copy the rows. */
    rows: text('rows').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('import_preview_account').on(t.accountId, t.createdAt)],
);

/** A handover from one focal point of a State to another. */
export const handover = table(
  'handover',
  {
    id: text('id').primaryKey(),
    stateId: text('state_id')
      .notNull()
      .references(() => state.id, { onDelete: 'restrict' }),
    fromAccountId: text('from_account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    toAccountId: text('to_account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    /** The number and date of the letter of nomination. */
    letter: text('letter'),
    letterId: text('letter_id').references(() => attachment.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
  },
  (t) => [index('handover_state').on(t.stateId)],
);

/** Mail to be sent, stored in the transaction that it reports. */
export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    data: json<Readonly<Record<string, string>>>('data').notNull(),
    createdAt: text('created_at').notNull(),
    /** When it is to be sent or retried; null where it was sent or is no longer wanted. */
    dueAt: text('due_at'),
    sentAt: text('sent_at'),
    attempts: integer('attempts').notNull(),
  },
  (t) => [index('outbox_due').on(t.dueAt), index('outbox_account').on(t.accountId, t.createdAt)],
);
