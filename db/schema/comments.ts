import { boolean, index, integer, table, text } from '#db/columns/index';
import { account, need } from '#db/schema';

/** A comment on a need or one of its fields. Only reviewers see internal ones. */
export const comment = table(
  'comment',
  {
    id: text('id').primaryKey(),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    /** The version that its author saw. */
    version: integer('version').notNull(),
    field: text('field'),
    internal: boolean('internal').notNull(),
    text: text('text').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    resolvedBy: text('resolved_by').references(() => account.id, { onDelete: 'restrict' }),
    resolvedAt: text('resolved_at'),
  },
  (t) => [index('comment_need').on(t.needId, t.at)],
);
