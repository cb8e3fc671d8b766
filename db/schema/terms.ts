import { termKinds, termVerbs, type TermKind, type TermVerb } from '#lib/needs/terms/vocabulary';
import { index, integer, json, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need } from '#db/schema';

/** A change of the vocabulary: a term was added, renamed, merged or split on a date. */
export const termChange = table(
  'term_change',
  {
    id: text('id').primaryKey(),
    kind: text<TermKind>('kind').notNull(),
    verb: text<TermVerb>('verb').notNull(),
    code: text('code').notNull(),
    /** The terms that replaced it. */
    into: json<readonly string[]>('into').notNull(),
    /** The term of needs without a row in `term_mapping`. */
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

/** The new term of a need whose term was split. The need keeps its own coding until it is recoded. */
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
