import { integer, table, text, uniqueIndex } from '#db/columns/index';
import { account } from '#db/schema';

/** The settings of administrators, with all earlier values. Without a row the default applies. */
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
