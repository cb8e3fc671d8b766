import { sql } from 'drizzle-orm';
import { index, integer, json, table, text, uniqueIndex } from '#db/columns/index';
import { oneOf } from '#db/columns/one-of';
import { account, need } from '#db/schema';
import { assistance } from '#db/schema/assistance';
import {
  confirmations,
  degrees,
  matchStates,
  matchVerbs,
  openMatchStates,
  proposers,
  type Confirmation,
  type Degree,
  type MatchState,
  type MatchVerb,
  type Proposer,
} from '#lib/needs/fulfilment/vocabulary';

/** A match of an activity with a need, in its current state; `match_step` has its history. */
export const match = table(
  'match',
  {
    id: text('id').primaryKey(),
    assistanceId: text('assistance_id')
      .notNull()
      .references(() => assistance.id, { onDelete: 'restrict' }),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    degree: text<Degree>('degree').notNull(),
    state: text<MatchState>('state').notNull(),
    confirmation: text<Confirmation>('confirmation').notNull(),
    proposedByKind: text<Proposer>('proposed_by_kind').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    /** The codes of the reasons why the register proposed it; empty where a person did. */
    grounds: json<readonly string[]>('grounds').notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('match_open')
      .on(t.assistanceId, t.needId)
      .where(sql.raw(`"state" in (${openMatchStates.map((each) => `'${each}'`).join(', ')})`)),
    index('match_need').on(t.needId, t.state),
    index('match_assistance').on(t.assistanceId, t.state),
    oneOf('match_degree', 'degree', degrees),
    oneOf('match_state_known', 'state', matchStates),
    oneOf('match_confirmation', 'confirmation', confirmations),
    oneOf('match_proposer', 'proposed_by_kind', proposers),
  ],
);

/** Every step of a match, so that its state at any revision or date can be restored. */
export const matchStep = table(
  'match_step',
  {
    id: text('id').primaryKey(),
    matchId: text('match_id')
      .notNull()
      .references(() => match.id, { onDelete: 'restrict' }),
    number: integer('number').notNull(),
    verb: text<MatchVerb>('verb').notNull(),
    degree: text<Degree>('degree').notNull(),
    reason: text('reason'),
    actorId: text('actor_id')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [
    uniqueIndex('match_step_number').on(t.matchId, t.number),
    index('match_step_seq').on(t.seq),
    oneOf('match_step_verb', 'verb', matchVerbs),
    oneOf('match_step_degree', 'degree', degrees),
  ],
);

/** A proposal for unmet needs, by a manager; `assistance_id` is set once it is an activity. */
export const plan = table(
  'plan',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    assistanceId: text('assistance_id').references(() => assistance.id, { onDelete: 'restrict' }),
    version: integer('version').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [index('plan_created').on(t.createdAt, t.id)],
);

export const planNeed = table(
  'plan_need',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id, { onDelete: 'restrict' }),
    needId: text('need_id')
      .notNull()
      .references(() => need.id, { onDelete: 'restrict' }),
    addedBy: text('added_by')
      .notNull()
      .references(() => account.id, { onDelete: 'restrict' }),
    at: text('at').notNull(),
    fromSeq: integer('from_seq').notNull(),
    toSeq: integer('to_seq'),
  },
  (t) => [
    uniqueIndex('plan_need_standing').on(t.planId, t.needId).where(sql.raw('"to_seq" is null')),
    index('plan_need_need').on(t.needId, t.toSeq),
  ],
);
