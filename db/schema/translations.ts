import { index, integer, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need } from '#db/schema';
import { locales, type Locale } from '#lib/convention/names';

/**
 * The translations of what a need says, in versions: the last of a language is in force. One without
 * text and quote takes the translation back.
 */
export const needTranslation = table(
  'need_translation',
  {
    id: text('id').primaryKey(),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    locale: text<Locale>('locale').notNull(),
    /** Numbered from 1 for each need and language. */
    number: integer('number').notNull(),
    /** The version of the need that it translates. */
    ofVersion: integer('of_version').notNull(),
    text: text('text'),
    quote: text('quote'),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
  },
  (t) => [
    uniqueIndex('need_translation_number').on(t.needId, t.locale, t.number),
    oneOf('need_translation_locale', 'locale', locales),
  ],
);

/** The file of translations that waits for a person's confirmation. It is not register data. */
export const translationPreview = table(
  'translation_preview',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    rows: text('rows').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('translation_preview_account').on(t.accountId, t.createdAt)],
);
