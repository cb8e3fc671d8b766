import { index, integer, primaryKey, table, text } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need, review } from '#db/schema';
import { bulkVerbs, type BulkVerb } from '#lib/review/decisions/vocabulary';

/** A decision on many needs at once: on all of them or none. */
export const bulkDecision = table(
  'bulk_decision',
  {
    id: text('id').primaryKey(),
    verb: text<BulkVerb>('verb').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    reason: text('reason'),
    /** The filter of the list, as the query of its address. */
    filter: text('filter').notNull(),
    needs: integer('needs').notNull(),
    /** The decision that reopened these needs. */
    reopenedBy: text('reopened_by'),
    seq: integer('seq').notNull(),
  },
  (t) => [
    index('bulk_decision_actor').on(t.actorId, t.at),
    oneOf('bulk_decision_verb', 'verb', bulkVerbs),
  ],
);

/** The needs of a decision on many, each with its new version. */
export const bulkNeed = table(
  'bulk_need',
  {
    bulkId: text('bulk_id')
      .notNull()
      .references(() => bulkDecision.id, { onDelete: 'restrict' }),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.bulkId, t.needId] }), index('bulk_need_need').on(t.needId)],
);

/**
 * A waiver: until its date, this doubt does not prevent the closing of the review. `subject` is the
 * article, need or other thing in doubt.
 */
export const waiver = table(
  'waiver',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    doubt: text('doubt').notNull(),
    subject: text('subject').notNull(),
    reason: text('reason').notNull(),
    waivedBy: text('waived_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    expiresOn: text('expires_on').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [index('waiver_review').on(t.reviewId, t.toSeq)],
);

/** When a reviewer last marked the changes as seen: later ones are new to them. Not register data. */
export const look = table('look', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => account.id, { onDelete: 'restrict' }),
  at: text('at').notNull(),
});
