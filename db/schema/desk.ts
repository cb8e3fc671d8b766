import { index, integer, json, primaryKey, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, review, state } from '#db/schema';
import { attachment } from '#db/schema/attachments';
import { chapterCodes, type Chapter } from '#lib/convention/chapters';

/**
 * What a form holds that was not saved yet. It makes no version, no change and no revision; a save
 * takes it away.
 */
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
    /** The version that the form began from; 0 where the need has not been entered. */
    version: integer('version').notNull(),
    form: json<Readonly<Record<string, readonly string[]>>>('form').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.accountId] }),
    index('autosave_account').on(t.accountId, t.savedAt),
  ],
);

/**
 * *No need identified here*: the answer for an article under which the summary names none, signed.
 */
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

/** That a chapter of a review has been entered completely, until it is taken back with a reason. */
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
 * The sound and unsound rows of a file that somebody is about to import, between the preview and
 * its confirmation. Like an autosave it is no part of the register.
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
    /** JSON as the reading thread wrote it, so that it goes through no other thread in pieces. */
    rows: text('rows').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('import_preview_account').on(t.accountId, t.createdAt)],
);

/** That one focal point of a State gave the work over to another. */
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
    /** What the letter of nomination is known by: its number and date. */
    letter: text('letter'),
    letterId: text('letter_id').references(() => attachment.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
  },
  (t) => [index('handover_state').on(t.stateId)],
);

/** Mail to be sent, written in the transaction of what it tells. */
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
    /**
     * From when on it is to be sent, or tried again; null: it was sent, or nobody is to have it any
     * more.
     */
    dueAt: text('due_at'),
    sentAt: text('sent_at'),
    attempts: integer('attempts').notNull(),
  },
  (t) => [index('outbox_due').on(t.dueAt), index('outbox_account').on(t.accountId, t.createdAt)],
);
