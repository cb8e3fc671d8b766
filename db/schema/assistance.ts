import { index, integer, json, primaryKey, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, organisation } from '#db/schema';
import type { Locale } from '#lib/convention/names';
import {
  subjectKinds,
  activityVerbs,
  hubKinds,
  hubVerbs,
  activityKinds,
  stateRoles,
  themes,
  type SubjectKind,
  type Activity,
  type ActivityVerb,
  type Hub,
  type HubKind,
  type HubVerb,
  type ActivityKind,
  type StateRole,
  type Theme,
} from '#lib/assistance/activities/vocabulary';
import { activityStatuses, type ActivityStatus } from '#lib/needs/fulfilment/vocabulary';

/** The last number of each kind of reference. */
export const counter = table('counter', {
  name: text('name').primaryKey(),
  numbered: integer('numbered').notNull(),
});

/** An activity or programme, with the columns of its current version that lists and search need. */
export const assistance = table(
  'assistance',
  {
    id: text('id').primaryKey(),
    /** `TA-0001`. */
    reference: text('reference').notNull(),
    organisationId: text('organisation_id').references(() => organisation.id, {
      onDelete: 'restrict',
    }),
    theme: text<Theme>('theme').notNull(),
    kind: text<ActivityKind>('kind').notNull(),
    status: text<ActivityStatus>('status').notNull(),
    title: text('title').notNull(),
    language: text<Locale>('language').notNull(),
    fromOn: text('from_on'),
    untilOn: text('until_on'),
    /** Title, description, partners, areas and names of States, folded. */
    searchText: text('search_text').notNull(),
    /** Its reference in the file that it was imported from; unique. */
    sourceRef: text('source_ref'),
    version: integer('version').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    changedBy: text('changed_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('assistance_reference').on(t.reference),
    uniqueIndex('assistance_source_ref').on(t.sourceRef),
    index('assistance_organisation').on(t.organisationId, t.reference),
    index('assistance_theme').on(t.theme, t.reference),
    index('assistance_status').on(t.status, t.reference),
    oneOf('assistance_theme_known', 'theme', themes),
    oneOf('assistance_kind_known', 'kind', activityKinds),
    oneOf('assistance_status_known', 'status', activityStatuses),
  ],
);

/** Every version of an activity, complete. */
export const assistanceVersion = table(
  'assistance_version',
  {
    id: text('id').primaryKey(),
    assistanceId: text('assistance_id')
      .notNull()
      .references(() => assistance.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    content: json<Activity>('content').notNull(),
    verb: text<ActivityVerb>('verb').notNull(),
    reason: text('reason'),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('assistance_version_number').on(t.assistanceId, t.version),
    index('assistance_version_standing').on(t.toSeq, t.assistanceId),
    oneOf('assistance_version_verb', 'verb', activityVerbs),
  ],
);

/** The States of the current version: a State may be both recipient and host. */
export const assistanceState = table(
  'assistance_state',
  {
    assistanceId: text('assistance_id')
      .notNull()
      .references(() => assistance.id, { onDelete: 'restrict' }),
    stateCode: text('state_code').notNull(),
    role: text<StateRole>('role').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assistanceId, t.stateCode, t.role] }),
    index('assistance_state_code').on(t.stateCode),
    oneOf('assistance_state_role', 'role', stateRoles),
  ],
);

/** Regions, articles, categories and topics of the current version. */
export const assistanceAbout = table(
  'assistance_about',
  {
    assistanceId: text('assistance_id')
      .notNull()
      .references(() => assistance.id, { onDelete: 'restrict' }),
    about: text<SubjectKind>('about').notNull(),
    code: text('code').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assistanceId, t.about, t.code] }),
    index('assistance_about_code').on(t.about, t.code),
    oneOf('assistance_about_known', 'about', subjectKinds),
  ],
);

/** The rows of an import between its preview and its confirmation. They are not register data. */
export const assistancePreview = table(
  'assistance_preview',
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
  (t) => [index('assistance_preview_account').on(t.accountId, t.createdAt)],
);

/** A hub or regional platform. */
export const hub = table(
  'hub',
  {
    id: text('id').primaryKey(),
    kind: text<HubKind>('kind').notNull(),
    name: text('name').notNull(),
    /** Unique among hubs: the name, folded. */
    nameFolded: text('name_folded').notNull(),
    parentId: text('parent_id'),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [uniqueIndex('hub_name').on(t.nameFolded), oneOf('hub_kind_known', 'kind', hubKinds)],
);

export const hubVersion = table(
  'hub_version',
  {
    id: text('id').primaryKey(),
    hubId: text('hub_id')
      .notNull()
      .references(() => hub.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    content: json<Hub>('content').notNull(),
    verb: text<HubVerb>('verb').notNull(),
    reason: text('reason'),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('hub_version_number').on(t.hubId, t.version),
    index('hub_version_standing').on(t.toSeq, t.hubId),
    oneOf('hub_version_verb', 'verb', hubVerbs),
  ],
);

/** The States that a hub serves, with the revisions at which it does. */
export const hubState = table(
  'hub_state',
  {
    hubId: text('hub_id')
      .notNull()
      .references(() => hub.id, { onDelete: 'restrict' }),
    stateCode: text('state_code').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.stateCode, t.fromSeq] }),
    index('hub_state_code').on(t.stateCode, t.toSeq),
  ],
);
