import { termKinds, termVerbs, type TermKind, type TermVerb } from '#lib/needs/terms/vocabulary';
import { index, integer, json, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need } from '#db/schema';

/** A change of the vocabulary: what was added, renamed, merged or split, as decided on a date. */
export const termChange = table(
  'term_change',
  {
    id: text('id').primaryKey(),
    kind: text<TermKind>('kind').notNull(),
    verb: text<TermVerb>('verb').notNull(),
    code: text('code').notNull(),
    /** The terms that took its place. */
    into: json<readonly string[]>('into').notNull(),
    /** Where needs go that `term_mapping` does not name. */
    rest: text('rest'),
    decidedOn: text('decided_on').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
  },
  (t) => [
    uniqueIndex('term_change_seq').on(t.fromSeq),
    oneOf('term_change_kind', 'kind', termKinds),
    oneOf('term_change_verb', 'verb', termVerbs),
  ],
);

/**
 * As what a need reads whose term was split. The need keeps what was coded until somebody recodes
 * it.
 */
export const termMapping = table(
  'term_mapping',
  {
    id: text('id').primaryKey(),
    changeId: text('change_id')
      .notNull()
      .references(() => termChange.id, { onDelete: 'restrict' }),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    code: text('code').notNull(),
  },
  (t) => [
    uniqueIndex('term_mapping_once').on(t.changeId, t.needId),
    index('term_mapping_need').on(t.needId),
  ],
);
