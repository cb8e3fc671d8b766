import { index, integer, primaryKey, table, text } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need, review } from '#db/schema';
import { bulkVerbs, type BulkVerb } from '#lib/review/decisions/vocabulary';

/** One decision on many needs at once, all or none of them. */
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
    /** The filter of the list that it was taken from, as part of an address. */
    filter: text('filter').notNull(),
    needs: integer('needs').notNull(),
    /** The decision that opened these needs again. */
    reopenedBy: text('reopened_by'),
    seq: integer('seq').notNull(),
  },
  (t) => [
    index('bulk_decision_actor').on(t.actorId, t.at),
    oneOf('bulk_decision_verb', 'verb', bulkVerbs),
  ],
);

/** Which needs it was, each with the version that it made. */
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
 * That a doubt about a review need not be settled before it is closed, until a day. `subject`: the
 * article, need or other thing that is doubted.
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

/**
 * What a reviewer has marked as looked at, and when: what moved since then is new to them. It is no
 * part of the register.
 */
export const look = table('look', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => account.id, { onDelete: 'restrict' }),
  at: text('at').notNull(),
});
