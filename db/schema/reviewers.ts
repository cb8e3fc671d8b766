import { index, integer, table, text } from '#db/columns/index';
import { account } from '#db/schema';

/** The leave of a reviewer, and who takes their reviews meanwhile. */
export const leave = table(
  'leave',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    substituteId: text('substitute_id').references(() => account.id, { onDelete: 'restrict' }),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [index('leave_account').on(t.accountId), index('leave_substitute').on(t.substituteId)],
);
