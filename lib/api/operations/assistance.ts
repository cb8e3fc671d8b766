import 'server-only';
import * as z from 'zod';
import {
  activitySchema,
  fieldsParameter,
  hubSchema,
  id,
  limitParameter,
  matchSchema,
  pageOf,
  placeParameters,
  planSchema,
  reasonBody,
} from '#lib/api/model/fields';
import {
  answerWith,
  formOf,
  operation,
  type Answer,
  type Call,
  type Operation,
} from '#lib/api/model/operation';
import { asForm } from '#lib/api/model/as-form';
import { pageOfList } from '#lib/api/model/pages';
import { toApiActivity } from '#lib/assistance/activities/api';
import { cancelActivity, changeActivity, enterActivity } from '#lib/assistance/activities/commands';
import {
  readActivityCancellation,
  readActivityChange,
  readImportConfirmation,
  readImportFile,
  readNewActivity,
} from '#lib/assistance/activities/input';
import { listFieldNames, textFieldNames } from '#lib/assistance/activities/fields';
import { activityFilterNames } from '#lib/assistance/activities/list-parameters';
import { activityById } from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { activityKinds, themes } from '#lib/assistance/activities/vocabulary';
import {
  activitiesPreview,
  confirmActivities,
  previewActivities,
} from '#lib/assistance/imports/commands';
import { changeHub, enterHub } from '#lib/assistance/hubs/commands';
import { readHubChange, readNewHub } from '#lib/assistance/hubs/input';
import { hubListFieldNames, hubTextFieldNames } from '#lib/assistance/hubs/schema';
import { hubById, listHubs } from '#lib/assistance/hubs/queries';
import {
  acceptMatch,
  answerDispute,
  confirmMatch,
  disputeMatch,
  proposeMatch,
  rejectMatch,
  reopenMatch,
  withdrawMatch,
} from '#lib/assistance/matches/commands';
import { listMatches, matchById, type MatchView } from '#lib/assistance/matches/queries';
import {
  matchActionSchema,
  matchConfirmationSchema,
  matchProposalSchema,
} from '#lib/assistance/matches/schema';
import {
  addNeedsToPlan,
  createActivityFromPlan,
  createPlan,
  removeNeedFromPlan,
} from '#lib/assistance/plans/commands';
import {
  listPlans,
  maySeePlans,
  needsOfPlan,
  planById,
  type PlanView,
} from '#lib/assistance/plans/queries';
import {
  addNeedsSchema,
  createActivitySchema,
  planSchema as planForm,
  removeNeedSchema,
} from '#lib/assistance/plans/schema';
import type { Actor } from '#lib/base/actor';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { bySchema, type FormFields } from '#lib/http/form';
import { degrees, matchStates } from '#lib/needs/fulfilment/vocabulary';

async function activity(actor: Actor, activityId: string): Promise<Outcome<Answer>> {
  const found = await activityById(actor, activityId);
  return answerWith(found, toApiActivity, ({ version }) => version);
}

const toMatch = (match: MatchView) => ({
  id: match.id,
  version: match.version,
  state: match.state,
  degree: match.degree,
  confirmation: match.confirmation,
  createdAt: match.createdAt,
  updatedAt: match.updatedAt,
  need: { id: match.needId, reference: match.needReference, state: match.stateCode },
  activity: {
    id: match.assistanceId,
    reference: match.activityReference,
    title: match.activityVisible ? match.title : null,
  },
});

async function match(actor: Actor, matchId: string): Promise<Outcome<Answer>> {
  return answerWith(await matchById(actor, matchId), toMatch, ({ version }) => version);
}

const toPlan = ({ id: planId, title, version, createdAt, by, activity: made }: PlanView) => {
  return { id: planId, title, version, createdAt, by, activity: made };
};

async function plan(actor: Actor, planId: string): Promise<Outcome<Answer>> {
  const found = await planById(actor, planId);
  if (!found) return notFound;
  const needs = await needsOfPlan(actor, planId);
  const body = { ...toPlan(found), needs: needs.map(({ id: needId }) => needId) };
  return done({ body, version: found.version });
}

const text = z.string().max(20_000).optional();
const texts = z.array(z.string().max(2000)).max(500).optional();
/** The fields of the form of an activity, by their names there. */
const activityBody = z.strictObject({
  ...Object.fromEntries(textFieldNames.map((name) => [name, text])),
  ...Object.fromEntries(listFieldNames.map((name) => [name, texts])),
  id: id.optional(),
});
const oneActivity = { path: { id: '{activity}' } };

const activityOperations = [
  operation({
    id: 'list-assistance',
    method: 'GET',
    path: '/assistance',
    tag: 'Assistance',
    scope: 'read',
    isPublic: true,
    ownRoute: true,
    query: z.object({
      ...Object.fromEntries(
        activityFilterNames.map((name) => [name, z.string().max(1000).optional()]),
      ),
      ...placeParameters,
    }),
    answer: z.object({
      revision: z.int(),
      total: z.int(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      activities: z.array(activitySchema),
    }),
    example: { query: 'theme=general' },
    run: async () => notFound,
  }),
  operation({
    id: 'enter-activity',
    method: 'POST',
    path: '/activities',
    tag: 'Assistance',
    scope: 'assistance',
    body: activityBody,
    answer: activitySchema,
    status: 201,
    example: { body: { title: 'A workshop', language: 'en' } },
    run: asForm(readNewActivity, enterActivity, activity, '/activities'),
  }),
  operation({
    id: 'read-activity',
    method: 'GET',
    path: '/activities/{id}',
    tag: 'Assistance',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: activitySchema,
    example: oneActivity,
    run: ({ actor, path }) => activity(actor, path.id!),
  }),
  operation({
    id: 'change-activity',
    method: 'PATCH',
    path: '/activities/{id}',
    tag: 'Assistance',
    scope: 'assistance',
    body: activityBody,
    changes: true,
    answer: activitySchema,
    example: { ...oneActivity, body: { title: 'A workshop', language: 'en' } },
    run: asForm(readActivityChange, changeActivity, activity),
  }),
  operation({
    id: 'activity-cancel',
    method: 'POST',
    path: '/activities/{id}/cancel',
    tag: 'Assistance',
    scope: 'assistance',
    body: reasonBody,
    changes: true,
    answer: activitySchema,
    example: { ...oneActivity, body: { reason: 'A reason.' } },
    run: asForm(readActivityCancellation, cancelActivity, activity),
  }),
];

const counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), wrong: z.int() });
const previewSchema = z
  .object({
    id,
    name: z.string(),
    fingerprint: z.string(),
    counts,
    rows: z.array(
      z.object({
        line: z.int(),
        title: z.string(),
        outcome: z.enum(['new', 'changed', 'same', 'wrong']),
        activity: id.nullable(),
        faults: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ActivitiesPreview' });

async function showPreview(actor: Actor, previewId: string): Promise<Outcome<Answer>> {
  const preview = await activitiesPreview(actor, previewId);
  if (!preview.ok) return preview;
  const { id: ownId, name, fingerprint, counts: found, plan: planned } = preview.value;
  const rows = planned.map(({ line, title, outcome, activity: known, faults }) => {
    return {
      line,
      title,
      outcome,
      activity: known?.id ?? null,
      faults: faults.map(({ key }) => key),
    };
  });
  return done({ body: { id: ownId, name, fingerprint, counts: found, rows } });
}

async function previewImport({ actor, locale, body }: Call): Promise<Outcome<Answer>> {
  if (!mayEnterActivities(actor)) return forbidden('role');
  const sheet: FormFields = typeof body.sheet === 'string' ? { sheet: [body.sheet] } : {};
  const file = { name: String(body.name), content: Buffer.from(String(body.content), 'base64') };
  const given = readImportFile(sheet, { locale }, { file });
  if (!given.ok) return given;
  const stored = await previewActivities(actor, given.value);
  if (!stored.ok) return stored;
  const shown = await showPreview(actor, stored.value.id);
  const location = `/imports/activities/${stored.value.id}`;
  return shown.ok ? done({ ...shown.value, location }) : shown;
}

async function confirmImport(call: Call): Promise<Outcome<Answer>> {
  const given = readImportConfirmation(formOf(call), call.path);
  if (!given.ok) return given;
  const written = await confirmActivities(call.actor, given.value);
  return written.ok ? done({ body: written.value }) : written;
}

const exampleFile = Buffer.from('title,status\nA workshop,planned\n').toString('base64');

const activityImportOperations = [
  operation({
    id: 'preview-activities',
    method: 'POST',
    path: '/imports/activities',
    tag: 'Imports',
    scope: 'assistance',
    body: z.strictObject({
      name: z.string().min(1).max(200),
      content: z.base64().max(29_000_000).meta({ description: 'The file in Base64' }),
      sheet: z.string().max(100).optional(),
    }),
    answer: previewSchema,
    status: 201,
    example: { body: { name: 'activities.csv', content: exampleFile } },
    run: previewImport,
  }),
  operation({
    id: 'read-activities-import',
    method: 'GET',
    path: '/imports/activities/{preview}',
    tag: 'Imports',
    scope: 'read',
    answer: previewSchema,
    example: { path: { preview: '{preview}' } },
    run: ({ actor, path }) => showPreview(actor, path.preview!),
  }),
  operation({
    id: 'confirm-activities',
    method: 'POST',
    path: '/imports/activities/{preview}/confirm',
    tag: 'Imports',
    scope: 'assistance',
    body: z.strictObject({ fingerprint: z.string().max(100) }),
    answer: counts,
    example: { path: { preview: '{preview}' }, body: { fingerprint: '{fingerprint}' } },
    run: confirmImport,
  }),
];

const actionBody = reasonBody.extend({ degree: z.enum(degrees).optional() });
const action = bySchema(matchActionSchema);
const confirmation = bySchema(matchConfirmationSchema);

/** Every verb of the table of matches, by the command of its form. */
const matchMoves: readonly (readonly [string, Operation['run']])[] = [
  ['accept', asForm(confirmation, acceptMatch, match)],
  ['reject', asForm(action, rejectMatch, match)],
  ['dispute', asForm(action, disputeMatch, match)],
  ['answer', asForm(action, answerDispute, match)],
  ['confirm', asForm(confirmation, confirmMatch, match)],
  ['withdraw', asForm(action, withdrawMatch, match)],
  ['reopen', asForm(action, reopenMatch, match)],
];

async function listAllMatches({ actor, query }: Call): Promise<Outcome<Answer>> {
  const state = matchStates.find((known) => known === query.get('state'));
  const matches = await listMatches(actor, {
    ...(query.has('need') ? { needId: query.get('need')! } : {}),
    ...(query.has('activity') ? { assistanceId: query.get('activity')! } : {}),
    ...(state ? { states: [state] } : {}),
  });
  return pageOfList(matches, query, toMatch);
}

const matchOperations = [
  operation({
    id: 'list-matches',
    method: 'GET',
    path: '/matches',
    tag: 'Matches',
    scope: 'read',
    isPublic: true,
    query: z.object({
      need: id.optional(),
      activity: id.optional(),
      state: z.enum(matchStates).optional(),
      ...placeParameters,
      limit: limitParameter,
      fields: fieldsParameter,
    }),
    answer: pageOf(matchSchema),
    example: { query: 'limit=2' },
    run: listAllMatches,
  }),
  operation({
    id: 'propose-match',
    method: 'POST',
    path: '/matches',
    tag: 'Matches',
    scope: 'assistance',
    body: z.strictObject({
      assistance: id,
      need: id,
      degree: z.enum(degrees),
      reason: z.string().max(10_000).optional(),
    }),
    answer: matchSchema,
    status: 201,
    example: { body: { assistance: '{activity}', need: '{need}', degree: 'partly' } },
    run: asForm(bySchema(matchProposalSchema), proposeMatch, match, '/matches'),
  }),
  operation({
    id: 'read-match',
    method: 'GET',
    path: '/matches/{id}',
    tag: 'Matches',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: matchSchema,
    example: { path: { id: '{match}' } },
    run: ({ actor, path }) => match(actor, path.id!),
  }),
  ...matchMoves.map(([verb, run]) =>
    operation({
      id: `match-${verb}`,
      method: 'POST',
      path: `/matches/{id}/${verb}`,
      tag: 'Matches',
      verb,
      scope: 'assistance',
      body: actionBody,
      changes: true,
      answer: matchSchema,
      example: { path: { id: '{match}' }, body: { degree: 'partly', reason: 'A reason.' } },
      run,
    }),
  ),
];

const onePlan = { path: { id: '{plan}' } };
const wholePlan = planSchema.extend({ needs: z.array(id) }).meta({ id: 'PlanWithNeeds' });
const code = z.string().max(60).optional();

const planOperations = [
  operation({
    id: 'list-plans',
    method: 'GET',
    path: '/plans',
    tag: 'Plans',
    scope: 'read',
    query: z.object({ ...placeParameters, limit: limitParameter, fields: fieldsParameter }),
    answer: pageOf(planSchema),
    example: { query: 'limit=2' },
    run: async ({ actor, query }) =>
      maySeePlans(actor) ? pageOfList(await listPlans(actor), query, toPlan) : forbidden('role'),
  }),
  operation({
    id: 'begin-plan',
    method: 'POST',
    path: '/plans',
    tag: 'Plans',
    scope: 'assistance',
    body: z.strictObject({ title: z.string().min(1).max(500), id: id.optional() }),
    answer: wholePlan,
    status: 201,
    example: { body: { title: 'Training in Africa' } },
    run: asForm(bySchema(planForm), createPlan, plan, '/plans'),
  }),
  operation({
    id: 'read-plan',
    method: 'GET',
    path: '/plans/{id}',
    tag: 'Plans',
    scope: 'read',
    query: z.object({ fields: fieldsParameter }),
    answer: wholePlan,
    example: onePlan,
    run: ({ actor, path }) => plan(actor, path.id!),
  }),
  operation({
    id: 'plan-gather',
    method: 'POST',
    path: '/plans/{id}/gather',
    tag: 'Plans',
    scope: 'assistance',
    body: z.strictObject({
      region: code,
      article: code,
      category: code,
      topic: code,
      reference: code,
    }),
    answer: wholePlan,
    example: { ...onePlan, body: { category: 'capacity-building' } },
    run: asForm(bySchema(addNeedsSchema), addNeedsToPlan, plan),
  }),
  operation({
    id: 'plan-remove',
    method: 'POST',
    path: '/plans/{id}/remove',
    tag: 'Plans',
    scope: 'assistance',
    body: z.strictObject({ need: id }),
    answer: wholePlan,
    example: { ...onePlan, body: { need: '{need}' } },
    run: asForm(bySchema(removeNeedSchema), removeNeedFromPlan, plan),
  }),
  operation({
    id: 'plan-make',
    method: 'POST',
    path: '/plans/{id}/make',
    tag: 'Plans',
    scope: 'assistance',
    body: z.strictObject({ theme: z.enum(themes), kind: z.enum(activityKinds) }),
    answer: wholePlan,
    example: { ...onePlan, body: { theme: themes[0], kind: activityKinds[0] } },
    run: asForm(bySchema(createActivitySchema), createActivityFromPlan, plan),
  }),
];

const hubBody = z.strictObject({
  ...Object.fromEntries(hubTextFieldNames.map((name) => [name, text])),
  ...Object.fromEntries(hubListFieldNames.map((name) => [name, texts])),
  id: id.optional(),
});
const hub = async (actor: Actor, hubId: string): Promise<Outcome<Answer>> =>
  answerWith(
    await hubById(actor, hubId),
    (found) => found,
    ({ version }) => version,
  );

const hubOperations = [
  operation({
    id: 'enter-hub',
    method: 'POST',
    path: '/hubs',
    tag: 'Assistance',
    scope: 'assistance',
    body: hubBody,
    answer: hubSchema,
    status: 201,
    example: { body: { kind: 'hub', name: 'A hub', language: 'en' } },
    run: asForm(readNewHub, enterHub, hub, '/hubs'),
  }),
  operation({
    id: 'change-hub',
    method: 'PATCH',
    path: '/hubs/{id}',
    tag: 'Assistance',
    scope: 'assistance',
    body: hubBody,
    changes: true,
    answer: hubSchema,
    example: { path: { id: '{hub}' }, body: { kind: 'hub', name: 'A hub', language: 'en' } },
    run: asForm(readHubChange, changeHub, hub),
  }),
  operation({
    id: 'list-hubs',
    method: 'GET',
    path: '/hubs',
    tag: 'Assistance',
    scope: 'read',
    isPublic: true,
    query: z.object({ ...placeParameters, limit: limitParameter, fields: fieldsParameter }),
    answer: pageOf(hubSchema),
    example: { query: 'limit=2' },
    run: async ({ actor, query }) => pageOfList(await listHubs(actor), query, (each) => each),
  }),
  operation({
    id: 'read-hub',
    method: 'GET',
    path: '/hubs/{id}',
    tag: 'Assistance',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: hubSchema,
    example: { path: { id: '{hub}' } },
    run: ({ actor, path }) => hub(actor, path.id!),
  }),
];

export const assistanceOperations = [
  ...activityOperations,
  ...activityImportOperations,
  ...matchOperations,
  ...planOperations,
  ...hubOperations,
];
