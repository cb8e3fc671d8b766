import { sql } from 'drizzle-orm';
import {
  bytes,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account } from '#db/schema';
import type { Chapter } from '#lib/convention/chapters';
import { cycles } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { locales } from '#lib/convention/names';
import type {
  Audience,
  BlockContent,
  EvaluatedValue,
  StandingParts,
} from '#lib/notes/model/vocabulary';
import {
  audiences,
  blockKinds,
  documentFormats,
  noteJobStatuses,
  notePersonRoles,
  noteStatuses,
  type BlockKind,
  type DocumentFormat,
  type NoteJobStatus,
  type NotePersonRole,
  type NoteStatus,
} from '#lib/notes/model/vocabulary';

/** An edition of the note; `note_block` has its text. */
export const note = table(
  'note',
  {
    id: text('id').primaryKey(),
    status: text<NoteStatus>('status').notNull(),
    /** Never changes. Editions from before there was a choice count every completed summary. */
    audience: text<Audience>('audience').notNull().default('group'),
    /** By language. */
    title: json<Readonly<Partial<Record<Locale, string>>>>('title').notNull(),
    session: integer('session').notNull(),
    place: text('place').notNull(),
    agendaItem: text('agenda_item').notNull(),
    symbol: text('symbol').notNull(),
    documentDate: text('document_date').notNull(),
    cycle: integer('cycle').notNull(),
    chapters: json<readonly Chapter[]>('chapters').notNull(),
    cutoff: text('cutoff').notNull(),
    /** Cut-off and symbol of the previous note; `previousId` is set if the register has it. */
    previousId: text('previous_id'),
    previousCutoff: text('previous_cutoff'),
    previousSymbol: text('previous_symbol'),
    sourceLocale: text<Locale>('source_locale').notNull(),
    languages: json<readonly Locale[]>('languages').notNull(),
    /** Increases with each write, so that of two editors the second gets a conflict. */
    version: integer('version').notNull(),
    /** Once frozen: the revision of its needs and texts, and the SHA-256 of its canonical content. */
    revision: integer('revision'),
    /**
     * Once frozen: the revision that its readers are told, that of the last public change until then.
     * Null in an edition frozen before there was one, whose documents say `revision`.
     */
    publicRevision: integer('public_revision'),
    checksum: text('checksum'),
    /** The head of the change log at that revision; editions that were frozen before there was one have none. */
    head: text('head'),
    frozenAt: text('frozen_at'),
    /** By which rules its content is made; empty in editions from before they were stored. */
    rules: integer('rules'),
    publishedAt: text('published_at'),
    /** What its standing parts name; empty in editions from before there were any. */
    standing: json<StandingParts>('standing'),
    createdBy: text('created_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    index('note_status').on(t.status, t.createdAt),
    oneOf('note_status_known', 'status', noteStatuses),
    oneOf('note_audience', 'audience', audiences),
    oneOf('note_cycle', 'cycle', cycles),
    oneOf('note_source_locale', 'source_locale', locales),
  ],
);

/** A paragraph, heading, table or figure in all its versions, so that any revision can be read. */
export const noteBlock = table(
  'note_block',
  {
    id: text('id').primaryKey(),
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    /** The same in every version, and in every edition that has copied it. */
    key: text('key').notNull(),
    version: integer('version').notNull(),
    kind: text<BlockKind>('kind').notNull(),
    position: integer('position').notNull(),
    content: json<BlockContent>('content').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    changedAt: text('changed_at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('note_block_standing').on(t.noteId, t.toSeq, t.position),
    uniqueIndex('note_block_version').on(t.noteId, t.key, t.version),
    oneOf('note_block_kind', 'kind', blockKinds),
  ],
);

/** The numbers of a block when someone last accepted them: later changes are shown against them. */
export const noteAccepted = table(
  'note_accepted',
  {
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    key: text('key').notNull(),
    shown: json<Readonly<Record<string, EvaluatedValue>>>('shown').notNull(),
    acceptedBy: text('accepted_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    acceptedAt: text('accepted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.key] })],
);

/** A comment on a paragraph of a draft. */
export const noteComment = table(
  'note_comment',
  {
    id: text('id').primaryKey(),
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    key: text('key').notNull(),
    text: text('text').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    resolvedBy: text('resolved_by').references(() => account.id, { onDelete: 'restrict' }),
    resolvedAt: text('resolved_at'),
  },
  (t) => [index('note_comment_note').on(t.noteId, t.at)],
);

/** A person outside the secretariat who may see an edition before publication, and their part. */
export const notePerson = table(
  'note_person',
  {
    id: text('id').primaryKey(),
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    role: text<NotePersonRole>('role').notNull(),
    /** The checksum of what they approved: an edition with another checksum is not approved. */
    approved: text('approved'),
    approvedAt: text('approved_at'),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    index('note_person_note').on(t.noteId, t.toSeq),
    index('note_person_account').on(t.accountId, t.toSeq),
    oneOf('note_person_role', 'role', notePersonRoles),
  ],
);

/**
 * The content of a frozen edition in one language, whole, as JSON: what its readers see whatever the
 * register says later, and however later releases would word it. Rows are never changed; those of an
 * edition that was taken back and frozen again bear another checksum.
 */
export const noteContent = table(
  'note_content',
  {
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    /** That of the edition when it was frozen. */
    checksum: text('checksum').notNull(),
    locale: text<Locale>('locale').notNull(),
    sha256: text('sha256').notNull(),
    content: text('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noteId, t.checksum, t.locale] }),
    oneOf('note_content_locale', 'locale', locales),
  ],
);

/** A finished document of an edition. */
export const noteFile = table(
  'note_file',
  {
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    locale: text<Locale>('locale').notNull(),
    format: text<DocumentFormat>('format').notNull(),
    revision: integer('revision').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    madeAt: text('made_at').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noteId, t.locale, t.format] }),
    oneOf('note_file_locale', 'locale', locales),
    oneOf('note_file_format', 'format', documentFormats),
  ],
);

/**
 * A job that renders the documents of an edition. It survives the process and can be cancelled. An
 * edition has one unfinished job at a time.
 */
export const noteJob = table(
  'note_job',
  {
    id: text('id').primaryKey(),
    noteId: text('note_id')
      .notNull()
      .references(() => note.id, { onDelete: 'restrict' }),
    status: text<NoteJobStatus>('status').notNull(),
    revision: integer('revision').notNull(),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    /** The formats that failed, and why. */
    failures:
      json<readonly Readonly<{ locale: Locale; format: DocumentFormat; why: string }>[]>(
        'failures',
      ).notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    askedAt: text('asked_at').notNull(),
    /** The last heartbeat of the process that runs it. */
    beatAt: text('beat_at'),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('note_job_status').on(t.status, t.askedAt),
    oneOf('note_job_status_known', 'status', noteJobStatuses),
    uniqueIndex('note_job_open').on(t.noteId).where(sql.raw(`"status" in ('waiting', 'running')`)),
  ],
);
