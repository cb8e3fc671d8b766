import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import {
  samplingFrames,
  settlementOutcomes,
  type SamplingFrame,
  type SettlementOutcome,
} from '#lib/review/coding/vocabulary';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, cycles } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { boolean, index, integer, json, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need } from '#db/schema';

/** A sample of needs for second coding, with all parameters of the draw, which is repeatable. */
export const codingSample = table(
  'coding_sample',
  {
    id: text('id').primaryKey(),
    cycle: integer('cycle').notNull(),
    chapter: text<Chapter>('chapter'),
    region: text<Region>('region'),
    drawnFrom: text<SamplingFrame>('drawn_from').notNull(),
    /** The share of the needs with a text, in percent. */
    share: integer('share').notNull(),
    seed: text('seed').notNull(),
    /** The revision from which it was drawn. */
    revision: integer('revision').notNull(),
    /** The number of second codings of each need. */
    coders: integer('coders').notNull(),
    population: integer('population').notNull(),
    /** The number of needs of the filter without a text, which nobody can code. */
    withoutText: integer('without_text').notNull(),
    size: integer('size').notNull(),
    drawnBy: text('drawn_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
  },
  (t) => [
    oneOf('coding_sample_cycle', 'cycle', cycles),
    oneOf('coding_sample_chapter', 'chapter', chapterCodes),
    oneOf('coding_sample_region', 'region', regionCodes),
    oneOf('coding_sample_drawn_from', 'drawn_from', samplingFrames),
    index('coding_sample_at').on(t.at, t.id),
  ],
);

/** A need of a sample, with the version of its first coding. */
export const sampledNeed = table(
  'sampled_need',
  {
    id: text('id').primaryKey(),
    sampleId: text('sample_id')
      .notNull()
      .references(() => codingSample.id, { onDelete: 'restrict' }),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    uniqueIndex('sampled_need_once').on(t.sampleId, t.needId),
    index('sampled_need_need').on(t.needId),
  ],
);

/** A second coding: its coder, once it is assigned, and what they chose. */
export const secondCoding = table(
  'second_coding',
  {
    id: text('id').primaryKey(),
    sampledNeedId: text('sampled_need_id')
      .notNull()
      .references(() => sampledNeed.id, { onDelete: 'restrict' }),
    place: integer('place').notNull(),
    accountId: text('account_id').references(() => account.id, { onDelete: 'restrict' }),
    articles: json<readonly number[]>('articles'),
    general: boolean('general'),
    category: text<Category>('category'),
    subcategory: text('subcategory'),
    tags: json<readonly string[]>('tags'),
    codedAt: text('coded_at'),
    fromSeq: integer('from_seq'),
  },
  (t) => [
    uniqueIndex('second_coding_place').on(t.sampledNeedId, t.place),
    uniqueIndex('second_coding_person').on(t.sampledNeedId, t.accountId),
    index('second_coding_account').on(t.accountId, t.codedAt),
    oneOf('second_coding_category', 'category', categoryCodes),
  ],
);

/** The settlement of a coding difference, by whom and why. It does not change the need. */
export const codingSettlement = table(
  'coding_settlement',
  {
    id: text('id').primaryKey(),
    sampledNeedId: text('sampled_need_id')
      .notNull()
      .references(() => sampledNeed.id, { onDelete: 'restrict' }),
    outcome: text<SettlementOutcome>('outcome').notNull(),
    articles: json<readonly number[]>('articles').notNull(),
    general: boolean('general').notNull(),
    category: text<Category>('category').notNull(),
    subcategory: text('subcategory'),
    tags: json<readonly string[]>('tags').notNull(),
    reason: text('reason').notNull(),
    settledBy: text('settled_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
  },
  (t) => [
    uniqueIndex('coding_settlement_once').on(t.sampledNeedId),
    oneOf('coding_settlement_outcome', 'outcome', settlementOutcomes),
    oneOf('coding_settlement_category', 'category', categoryCodes),
  ],
);

/** An example of the coding guide from a settlement; valid while `to_seq` is empty. */
export const guideExample = table(
  'guide_example',
  {
    id: text('id').primaryKey(),
    settlementId: text('settlement_id')
      .notNull()
      .references(() => codingSettlement.id, { onDelete: 'restrict' }),
    category: text<Category>('category').notNull(),
    subcategory: text('subcategory'),
    text: text('text').notNull(),
    language: text<Locale>('language').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    removedBy: text('removed_by').references(() => account.id, { onDelete: 'restrict' }),
    removedAt: text('removed_at'),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('guide_example_settlement').on(t.settlementId),
    index('guide_example_shown').on(t.toSeq),
    oneOf('guide_example_category', 'category', categoryCodes),
    oneOf('guide_example_language', 'language', locales),
  ],
);
