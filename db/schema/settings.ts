import { integer, table, text, uniqueIndex } from '#db/columns/index';
import { account } from '#db/schema';

/**
 * What an administrator has set, with every value that it had. What was never set has the value
 * that `lib/settings` names.
 */
export const setting = table(
  'setting',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    value: text('value').notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [uniqueIndex('setting_once').on(t.name, t.fromSeq)],
);
