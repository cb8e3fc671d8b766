import { sql } from 'drizzle-orm';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale, Names } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes, cycles } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import {
  accountRoles,
  credentialKinds,
  invitationPurposes,
  mailPreferences,
  type AccountRole,
  type CredentialKind,
  type InvitationPurpose,
  type MailPreference,
} from '#lib/base/roles';
import {
  requests,
  statuses,
  verbs,
  type Origin,
  type Request,
  type Status,
  type TargetGroup,
  type Verb,
} from '#lib/needs/model/vocabulary';
import { oneOf } from '#db/columns/one-of';
import type { ContentEntry } from '#db/contents/digests';
import {
  boolean,
  check,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '#db/columns/index';

/** A single row: the kind of this register, and the heads of its two logs. */
export const register = table(
  'register',
  {
    id: integer('id').primaryKey(),
    demonstration: boolean('demonstration').notNull(),
    /** The fingerprint of the key of this register, which is kept elsewhere (db/register-key.ts). */
    secret: text('secret').notNull(),
    revision: integer('revision').notNull(),
    headHash: text('head_hash').notNull(),
    eventSeq: integer('event_seq').notNull(),
    eventHash: text('event_hash').notNull(),
    createdAt: text('created_at').notNull(),
  },
  () => [check('register_one_row', sql.raw('"id" = 1'))],
);

/**
 * How far the stored folded texts follow the current folding (lib/text/folding.ts): one row for each
 * kind of text. Where the version is another, its texts are folded anew from `lastId` on.
 */
export const foldedText = table('folded_text', {
  kind: text('kind').primaryKey(),
  version: integer('version').notNull(),
  /** The last row that was folded; null once all are. */
  lastId: text('last_id'),
});

/**
 * The change log, append-only and chained by hashes: one row for each write. `seq` has no gaps and is
 * the revision of the register.
 */
export const change = table(
  'change',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    verb: text('verb').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    data: json<Record<string, unknown>>('data').notNull(),
    /** The digests of the rows that it wrote; null in a row older than the contents. */
    contents: json<readonly ContentEntry[]>('contents'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [index('change_entity').on(t.entity, t.entityId)],
);

/** Sign-ins, refusals, views and exports: chained like `change`, but without a new revision. */
export const event = table('event', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  actorId: text('actor_id'),
  kind: text('kind').notNull(),
  data: json<Record<string, unknown>>('data').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

export const state = table(
  'state',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    region: text<Region>('region').notNull(),
  },
  (t) => [uniqueIndex('state_code').on(t.code), oneOf('state_region', 'region', regionCodes)],
);

/** A provider of assistance. Its name does not change. */
export const organisation = table(
  'organisation',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Unique: the name, folded. */
    nameFolded: text('name_folded').notNull(),
    /** The account that entered it; no reference, as accounts refer to organisations. */
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [uniqueIndex('organisation_name').on(t.nameFolded)],
);

export const account = table(
  'account',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text<AccountRole>('role').notNull(),
    stateId: text('state_id').references(() => state.id, { onDelete: 'restrict' }),
    /** The State party that nominated a reviewer; null for an officer of the secretariat. */
    nominatedBy: text('nominated_by').references(() => state.id, { onDelete: 'restrict' }),
    /** The organisation of a provider, and the regional group of an adviser. */
    organisationId: text('organisation_id').references(() => organisation.id, {
      onDelete: 'restrict',
    }),
    region: text<Region>('region'),
    passwordHash: text('password_hash'),
    locale: text<Locale>('locale'),
    active: boolean('active').notNull(),
    /** How the account gets mail; null: one a day. */
    mail: text<MailPreference>('mail'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('account_email').on(t.email),
    oneOf('account_role', 'role', accountRoles),
    oneOf('account_locale', 'locale', locales),
    oneOf('account_mail', 'mail', mailPreferences),
    check('account_nominated', sql.raw(`"role" = 'reviewer' or "nominated_by" is null`)),
    oneOf('account_region_known', 'region', regionCodes),
    check(
      'account_organisation',
      sql.raw(`("role" = 'provider') = ("organisation_id" is not null)`),
    ),
    check('account_region', sql.raw(`("role" = 'adviser') = ("region" is not null)`)),
    check(
      'account_state',
      sql.raw(`("role" in ('focal-point', 'contributor')) = ("state_id" is not null)`),
    ),
  ],
);

export const session = table(
  'session',
  {
    /** The hash of what its cookie contains. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** The last request, to the minute; null before the first. */
    lastSeenAt: text('last_seen_at'),
    /** Since when its person can do nothing but set up the second factor that they have to have. */
    enrollingSince: text('enrolling_since'),
    /** The browser and the network that began it. */
    agent: text('agent'),
    network: text('network'),
    endedAt: text('ended_at'),
  },
  (t) => [index('session_account').on(t.accountId)],
);

/**
 * What an account proves itself with beside its password. What is only compared is stored hashed
 * (`hash`); what has to be read again is encrypted by the key of the register (`sealed`).
 */
export const credential = table(
  'credential',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    kind: text<CredentialKind>('kind').notNull(),
    hash: text('hash'),
    sealed: text('sealed'),
    /** The last step of the clock whose code was used. */
    usedStep: integer('used_step'),
    createdAt: text('created_at').notNull(),
    /** When its person showed that it works; null: not in use yet. */
    confirmedAt: text('confirmed_at'),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('credential_account').on(t.accountId),
    uniqueIndex('credential_hash').on(t.hash),
    oneOf('credential_kind', 'kind', credentialKinds),
  ],
);

export const invitation = table(
  'invitation',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    purpose: text<InvitationPurpose>('purpose').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [
    uniqueIndex('invitation_token').on(t.tokenHash),
    index('invitation_account').on(t.accountId),
    oneOf('invitation_purpose', 'purpose', invitationPurposes),
  ],
);

/** The number of attempts to sign in, by account and by network, in a time window. */
export const attempt = table('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowEndsAt: text('window_ends_at').notNull(),
});

export const review = table(
  'review',
  {
    id: text('id').primaryKey(),
    stateId: text('state_id')
      .notNull()
      .references(() => state.id, { onDelete: 'restrict' }),
    cycle: integer('cycle').notNull(),
    /** The last number of a need of this review. */
    numbered: integer('numbered').notNull(),
    symbol: text('symbol'),
    completedOn: text('completed_on'),
    publishedOn: text('published_on'),
    /** The deadlines for entering the needs and for deciding on them. */
    entryDueOn: text('entry_due_on'),
    decisionDueOn: text('decision_due_on'),
    /** When it was closed for counting: nothing changes until it is reopened with a reason. */
    closedAt: text('closed_at'),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('review_state_cycle').on(t.stateId, t.cycle),
    oneOf('review_cycle', 'cycle', cycles),
  ],
);

/** What counting needs of a review at every revision: its dates and the region of its State. */
export const reviewVersion = table(
  'review_version',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    region: text<Region>('region').notNull(),
    symbol: text('symbol'),
    completedOn: text('completed_on'),
    publishedOn: text('published_on'),
    closedAt: text('closed_at'),
    reason: text('reason'),
    verb: text('verb').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('review_version_number').on(t.reviewId, t.version),
    oneOf('review_version_region', 'region', regionCodes),
  ],
);

export const assignment = table(
  'assignment',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('assignment_once').on(t.reviewId, t.accountId),
    index('assignment_account').on(t.accountId),
  ],
);

/** The content of a need: the columns that its working row and its versions share. */
const content = () => ({
  chapter: text<Chapter>('chapter'),
  /** The chapter as a whole, instead of single articles. */
  general: boolean('general').notNull(),
  category: text<Category>('category'),
  subcategory: text('subcategory'),
  topics: json<readonly string[]>('topics').notNull(),
  types: json<readonly string[]>('types').notNull(),
  tags: json<readonly string[]>('tags').notNull(),
  targetGroups: json<readonly TargetGroup[]>('target_groups').notNull(),
  priority: integer('priority'),
  text: text('text'),
  language: text<Locale>('language'),
  quote: text('quote'),
  paragraph: text('paragraph'),
  page: integer('page'),
  /** The folded words of text and quote, for search in each version. */
  searchText: text('search_text'),
});

export const need = table(
  'need',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id, { onDelete: 'restrict' }),
    reference: text('reference'),
    sourceRef: text('source_ref'),
    /** The ref folded for comparison. Refs that were stored before may fold alike. */
    sourceRefFolded: text('source_ref_folded'),
    status: text<Status>('status').notNull(),
    version: integer('version').notNull(),
    /** The last approved version. It counts, whatever happens to a later one. */
    countedVersion: integer('counted_version'),
    ...content(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    changedBy: text('changed_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    recodedBy: text('recoded_by').references(() => account.id, { onDelete: 'restrict' }),
    /** Its origin, where nobody entered it through the form. */
    origin: text<Origin>('origin'),
    /** The fields that the last return opened for correction; empty: all. */
    reopened: json<readonly string[]>('reopened'),
    /** When the counted version was approved. */
    countedAt: text('counted_at'),
    /** The open request of the focal point to the reviewers. */
    request: text<Request>('request'),
    /** Whether an administrator has waived the four-eyes rule for the next decision. */
    lifted: boolean('lifted').notNull().default(false),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('need_reference').on(t.reference),
    uniqueIndex('need_source_ref').on(t.sourceRef),
    index('need_source_ref_folded').on(t.sourceRefFolded),
    index('need_review').on(t.reviewId, t.status),
    index('need_status').on(t.status, t.updatedAt, t.id),
    index('need_updated').on(t.updatedAt, t.id),
    index('need_counted').on(t.countedAt, t.id),
    index('need_of_review').on(t.reviewId, t.updatedAt, t.id),
    // Few needs have a request: who waits for an answer is found without reading the others.
    index('need_request').on(t.request, t.updatedAt, t.id).where(sql.raw('"request" is not null')),
    oneOf('need_status_known', 'status', statuses),
    oneOf('need_chapter', 'chapter', chapterCodes),
    oneOf('need_category', 'category', categoryCodes),
    oneOf('need_language', 'language', locales),
    oneOf('need_request', 'request', requests),
  ],
);

export const needArticle = table(
  'need_article',
  {
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    article: integer('article').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.article] }),
    index('need_article_article').on(t.article),
    check('need_article_known', sql.raw('"article" between 5 and 59')),
  ],
);

/** Every version of a need, complete. It counts from `counted_from_seq` to `counted_to_seq`. */
export const needVersion = table(
  'need_version',
  {
    id: text('id').primaryKey(),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    verb: text<Verb | 'enter'>('verb').notNull(),
    status: text<Status>('status').notNull(),
    ...content(),
    /** The provision as the label of a matrix row: `5`, `5;6`, `general`; empty while none is chosen. */
    provision: text('provision').notNull(),
    reason: text('reason'),
    reopened: json<readonly string[]>('reopened'),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
    countedFromSeq: integer('counted_from_seq'),
    countedToSeq: integer('counted_to_seq'),
  },
  (t) => [
    uniqueIndex('need_version_number').on(t.needId, t.version),
    index('need_version_counted').on(t.countedFromSeq, t.countedToSeq),
    oneOf('need_version_verb', 'verb', ['enter', ...verbs]),
    oneOf('need_version_status', 'status', statuses),
    oneOf('need_version_chapter', 'chapter', chapterCodes),
    oneOf('need_version_category', 'category', categoryCodes),
  ],
);

const term = () => ({
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  names: json<Names>('names').notNull(),
  position: integer('position').notNull(),
  fromSeq: integer('from_seq').notNull(),
  toSeq: integer('to_seq'),
});
export const subcategory = table(
  'subcategory',
  { ...term(), category: text<Category>('category').notNull() },
  (t) => [
    uniqueIndex('subcategory_code').on(t.code, t.fromSeq),
    oneOf('subcategory_category', 'category', categoryCodes),
  ],
);
export const topic = table('topic', term(), (t) => [
  uniqueIndex('topic_code').on(t.code, t.fromSeq),
]);
export const type = table('type', term(), (t) => [uniqueIndex('type_code').on(t.code, t.fromSeq)]);
export const tag = table('tag', term(), (t) => [uniqueIndex('tag_code').on(t.code, t.fromSeq)]);

/** The migrations that were applied, with the hash of each file. */
export const migration = table('migration', {
  name: text('name').primaryKey(),
  hash: text('hash').notNull(),
  at: text('at').notNull(),
});
