import 'server-only';
import * as z from 'zod';
import {
  fieldsParameter,
  givenContent,
  historySchema,
  id,
  limitParameter,
  needSchema,
  pageOf,
  placeParameters,
  reasonBody,
} from '#lib/api/model/fields';
import { answerWith, operation, queryOf, type Answer, type Call } from '#lib/api/model/operation';
import { asForm } from '#lib/api/model/as-form';
import { pageSizeOf } from '#lib/api/model/pages';
import type { Actor } from '#lib/base/actor';
import { done, invalid, notFound, type Outcome } from '#lib/base/errors';
import {
  approveNeed,
  editNeed,
  enterNeed,
  grantWithdrawal,
  liftFourEyes,
  objectToRecoding,
  recodeNeed,
  refuseWithdrawal,
  reopenNeed,
  requestWithdrawal,
  returnNeed,
  submitNeed,
  takeBackRequest,
} from '#lib/needs/entry/commands';
import { commentOnNeed, resolveComment } from '#lib/needs/comments/commands';
import { parseComment, parseResolution } from '#lib/needs/comments/input';
import { copyNeed } from '#lib/needs/entry/copies';
import { undoDiscard, withdrawOrDiscard } from '#lib/needs/entry/discard';
import { parseCopy, parseEarlier } from '#lib/needs/entry/input';
import { restoreVersion } from '#lib/needs/entry/restore-commands';
import type { TransitionVerb } from '#lib/needs/entry/run-transition';
import { parseListParameters, toListQuery } from '#lib/needs/lists/list-parameters';
import { loadListChoices, pageOfNeeds } from '#lib/needs/lists/list-queries';
import { fieldNames, withFieldGroups, type FieldName } from '#lib/needs/model/fields';
import {
  fieldsOf,
  parseNeedFields,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { listFilters, listSorts, listViews } from '#lib/needs/model/vocabulary';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { recordView } from '#lib/people/audit/commands';
import { isUuid } from '#lib/text/uuid';

/** The content of a need, in the order of the form. */
const toContent = (need: NeedContent) => ({
  chapter: need.chapter,
  articles: need.articles,
  general: need.general,
  category: need.category,
  subcategory: need.subcategory,
  topics: need.topics,
  types: need.types,
  tags: need.tags,
  targetGroups: need.targetGroups,
  priority: need.priority,
  text: need.text,
  language: need.language,
  quote: need.quote,
  paragraph: need.paragraph,
  page: need.page,
});

/** A need as a program gets it: without the ids of accounts. */
const toNeed = (need: NeedView) => ({
  id: need.id,
  reference: need.reference,
  status: need.status,
  version: need.version,
  working: need.working,
  review: need.reviewId,
  state: need.stateCode,
  cycle: need.cycle,
  request: need.request,
  closed: need.closed,
  updatedAt: need.updatedAt,
  ...toContent(need),
});

const listQuery = z.object({
  ...Object.fromEntries(listFilters.map((name) => [name, z.string().max(200).optional()])),
  show: z.enum(listViews).optional(),
  sort: z.enum(listSorts).optional(),
  ...placeParameters,
  limit: limitParameter,
  fields: fieldsParameter,
});

async function listNeeds({ actor, query }: Call): Promise<Outcome<Answer>> {
  const { known } = await loadListChoices(actor);
  const { limit: _limit, fields: _fields, ...sent } = queryOf(query);
  const { parameters, faults } = parseListParameters(sent, known);
  const [fault] = faults;
  if (fault) return invalid(fault.name === 'place' ? 'after' : fault.name, 'api.faults.value');
  const page = await pageOfNeeds(actor, { ...toListQuery(parameters), size: pageSizeOf(query) });
  const { needs, before = null, after = null } = page;
  return done({ body: needs.map(toNeed), before, after });
}

/** The need as it stands now, once something was done to it; null where the actor sees it no more. */
async function standing(actor: Actor, needId: string): Promise<Outcome<Answer>> {
  const need = await needById(actor, needId);
  return need
    ? done({ body: toNeed(need), version: need.version })
    : done({ body: { id: needId, visible: false } });
}

async function readNeed({ actor, path }: Call): Promise<Outcome<Answer>> {
  const need = await needById(actor, path.id!);
  if (need) await recordView(actor, need.id);
  return answerWith(need, toNeed, ({ version }) => version);
}

async function readHistory({ actor, path }: Call): Promise<Outcome<Answer>> {
  const need = await needById(actor, path.id!);
  if (!need) return notFound;
  await recordView(actor, need.id);
  const versions = await versionsOfNeed(actor, need.id, { limit: 500 });
  return done({
    body: versions.map(({ version, verb, status, reason, by, at, content }) => {
      return { version, verb, status, reason, by, at, content: toContent(content) };
    }),
  });
}

/** The fields of the form with those of a body in their places. */
function withGiven(fields: NeedFields, body: Call['body']): NeedFields {
  const given = givenContent
    .partial()
    .parse(Object.fromEntries(Object.entries(body).filter(([name]) => name in givenContent.shape)));
  const isGeneral = given.general ?? fields.articles.includes('general');
  const articles =
    given.articles?.map(String) ?? fields.articles.filter((each) => each !== 'general');
  const texts = Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name !== 'articles' && name !== 'general')
      .map(([name, value]) => [name, Array.isArray(value) ? value : String(value ?? '')]),
  );
  return { ...fields, ...texts, articles: [...articles, ...(isGeneral ? ['general'] : [])] };
}

async function enter({ actor, body }: Call): Promise<Outcome<Answer>> {
  const needId = typeof body.id === 'string' ? body.id : crypto.randomUUID();
  if (!isUuid(needId)) return invalid('id', 'api.faults.value');
  const fields = withGiven(parseNeedFields({}), body);
  const entered = await enterNeed(actor, { id: needId, reviewId: String(body.review), fields });
  if (!entered.ok) return entered;
  const answer = await standing(actor, entered.value.id);
  return answer.ok ? done({ ...answer.value, location: `/needs/${entered.value.id}` }) : answer;
}

/** Changes or recodes a need: what the body leaves out stays as it is. */
const change =
  (command: typeof editNeed) =>
  async ({ actor, path, body, version }: Call): Promise<Outcome<Answer>> => {
    const need = await needById(actor, path.id!);
    if (!need) return notFound;
    const fields = withGiven(fieldsOf(need), body);
    const reason = typeof body.reason === 'string' ? body.reason : '';
    const changed = await command(actor, { id: need.id, version, fields, reason });
    return changed.ok ? standing(actor, need.id) : changed;
  };

type Move = (
  actor: Actor,
  input: { id: string; version: number; reason: string; reopened: FieldName[] | null },
) => Promise<Outcome<Readonly<{ id: string }>>>;

/** Every verb of the table of rules that needs no content, by its command. */
const moves: Readonly<Record<TransitionVerb | 'undo-discard', Move>> = {
  submit: submitNeed,
  return: returnNeed,
  approve: approveNeed,
  reopen: reopenNeed,
  withdraw: withdrawOrDiscard,
  object: objectToRecoding,
  'request-withdrawal': requestWithdrawal,
  'take-back-request': takeBackRequest,
  'grant-withdrawal': grantWithdrawal,
  'refuse-withdrawal': refuseWithdrawal,
  'lift-four-eyes': liftFourEyes,
  'undo-discard': undoDiscard,
};

const returnBody = reasonBody.extend({ reopen: z.array(z.enum(fieldNames)).max(60).optional() });
const gone = z.object({ id, visible: z.literal(false) });
const moved = z.union([needSchema, gone]);

const moveOperations = Object.entries(moves).map(([verb, command]) =>
  operation({
    id: `need-${verb}`,
    verb,
    method: 'POST',
    path: `/needs/{id}/${verb}`,
    tag: 'Needs',
    scope: 'needs',
    body: verb === 'return' ? returnBody : reasonBody,
    changes: true,
    answer: moved,
    example: { path: { id: '{need}' }, body: { reason: 'A reason.' } },
    run: async ({ actor, path, body, version }) => {
      const named = Array.isArray(body.reopen) ? (body.reopen as string[]) : [];
      const outcome = await command(actor, {
        id: path.id!,
        version,
        reason: typeof body.reason === 'string' ? body.reason : '',
        reopened: named.length > 0 ? withFieldGroups(named) : null,
      });
      return outcome.ok ? standing(actor, path.id!) : outcome;
    },
  }),
);

const oneNeed = { path: { id: '{need}' } };
const commentId = id.meta({ description: 'An id of the program’s own for the comment' });

/** What the pages do to a need beside the moves, each by the command of its form. */
const formOperations = [
  operation({
    id: 'need-comment',
    verb: 'comment',
    method: 'POST',
    path: '/needs/{id}/comment',
    tag: 'Needs',
    scope: 'needs',
    body: z.strictObject({
      id: commentId.optional(),
      field: z.enum(fieldNames).optional(),
      to: z.enum(['internal', 'sent']),
      comment: z.string().max(20_000),
    }),
    answer: moved,
    example: { ...oneNeed, body: { to: 'sent', comment: 'Which officials?' } },
    run: asForm(parseComment, commentOnNeed, standing),
  }),
  operation({
    id: 'need-resolve-comment',
    verb: 'resolve-comment',
    method: 'POST',
    path: '/needs/{id}/resolve-comment',
    tag: 'Needs',
    scope: 'needs',
    body: z.strictObject({ id: commentId, open: z.boolean().optional() }),
    answer: moved,
    example: { ...oneNeed, body: { id: '{comment}' } },
    run: asForm(parseResolution, resolveComment, standing),
  }),
  operation({
    id: 'need-copy',
    verb: 'copy',
    method: 'POST',
    path: '/needs/{id}/copy',
    tag: 'Needs',
    scope: 'needs',
    body: z.strictObject({ copy: id.optional() }),
    answer: moved,
    status: 201,
    example: { ...oneNeed, body: {} },
    run: asForm(parseCopy, copyNeed, standing, '/needs'),
  }),
  operation({
    id: 'need-take-up',
    verb: 'take-up',
    method: 'POST',
    path: '/needs/{id}/take-up',
    tag: 'Needs',
    scope: 'needs',
    body: z.strictObject({ earlier: z.int().min(1).max(999_999_999) }),
    changes: true,
    answer: moved,
    example: { ...oneNeed, body: { earlier: 1 } },
    run: asForm(parseEarlier, restoreVersion, standing),
  }),
];

export const needOperations = [
  operation({
    id: 'list-needs',
    method: 'GET',
    path: '/needs',
    tag: 'Needs',
    scope: 'read',
    isPublic: true,
    query: listQuery,
    answer: pageOf(needSchema),
    example: { query: 'limit=2&sort=reference&show=all' },
    run: listNeeds,
  }),
  operation({
    id: 'enter-need',
    method: 'POST',
    path: '/needs',
    tag: 'Needs',
    scope: 'needs',
    body: givenContent.extend({ id: id.optional(), review: id }),
    answer: moved,
    status: 201,
    example: { body: { review: '{review}', text: 'Training of investigators.', language: 'en' } },
    run: enter,
  }),
  operation({
    id: 'read-need',
    method: 'GET',
    path: '/needs/{id}',
    tag: 'Needs',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: needSchema,
    example: oneNeed,
    run: readNeed,
  }),
  operation({
    id: 'change-need',
    method: 'PATCH',
    path: '/needs/{id}',
    tag: 'Needs',
    scope: 'needs',
    body: givenContent,
    changes: true,
    answer: moved,
    example: { ...oneNeed, body: { priority: 1 } },
    run: change(editNeed),
  }),
  operation({
    id: 'read-need-history',
    method: 'GET',
    path: '/needs/{id}/history',
    tag: 'Needs',
    scope: 'read',
    query: z.object({ fields: fieldsParameter }),
    answer: z.array(historySchema),
    example: oneNeed,
    run: readHistory,
  }),
  operation({
    id: 'need-recode',
    verb: 'recode',
    method: 'POST',
    path: '/needs/{id}/recode',
    tag: 'Needs',
    scope: 'needs',
    body: givenContent.extend({ reason: z.string().max(10_000) }),
    changes: true,
    answer: moved,
    example: { ...oneNeed, body: { priority: 2, reason: 'A reason.' } },
    run: change((actor, input) => recodeNeed(actor, { ...input, reason: input.reason ?? '' })),
  }),
  ...moveOperations,
  ...formOperations,
];
