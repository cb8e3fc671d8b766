import { index, integer, json, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account } from '#db/schema';
import { chapterCodes, cycles, type Chapter } from '#lib/convention/chapters';
import type { Calculation } from '#lib/counting/published/vocabulary';
import { comparisons, noteRules, units } from '#lib/counting/published/vocabulary';

/** A published note whose numbers a manager has entered; that of 2023 comes with the product. */
export const publishedNote = table(
  'published_note',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    symbol: text('symbol'),
    cycle: integer('cycle').notNull(),
    chapter: text<Chapter>('chapter').notNull(),
    cutoff: text('cutoff').notNull(),
    previousCutoff: text('previous_cutoff'),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('published_note_standing').on(t.toSeq, t.createdAt),
    oneOf('published_note_cycle', 'cycle', cycles),
    oneOf('published_note_chapter', 'chapter', chapterCodes),
  ],
);

/** A number of a published note, with the count that it is compared with. */
export const publishedNumber = table(
  'published_number',
  {
    id: text('id').primaryKey(),
    noteId: text('note_id')
      .notNull()
      .references(() => publishedNote.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    /** Its name in the file. */
    code: text('code').notNull(),
    place: text('place').notNull(),
    what: text('what').notNull(),
    value: integer('value').notNull(),
    unit: text<(typeof units)[number]>('unit').notNull(),
    comparison: text<(typeof comparisons)[number]>('comparison').notNull(),
    rule: text<(typeof noteRules)[number]>('rule'),
    calc: json<Readonly<{ num: Calculation; den?: Calculation }>>('calc').notNull(),
  },
  (t) => [
    uniqueIndex('published_number_position').on(t.noteId, t.position),
    uniqueIndex('published_number_code').on(t.noteId, t.code),
    oneOf('published_number_unit', 'unit', units),
    oneOf('published_number_comparison', 'comparison', comparisons),
    oneOf('published_number_rule', 'rule', noteRules),
  ],
);
