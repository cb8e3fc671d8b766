import 'server-only';
import * as z from 'zod';
import {
  day,
  fieldsParameter,
  id,
  limitParameter,
  pageOf,
  placeParameters,
  reasonBody,
  reviewSchema as answerSchema,
} from '#lib/api/model/fields';
import {
  answerWith,
  formOf,
  operation,
  type Answer,
  type Call,
  type Operation,
} from '#lib/api/model/operation';
import { pageOfList } from '#lib/api/model/pages';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import { chapterCodes } from '#lib/convention/chapters';
import { bySchema, type FormFields, type ReadInput } from '#lib/http/form';
import { readImportConfirmation, readImportFile } from '#lib/needs/imports/input';
import { confirmPreview, previewById, previewFile } from '#lib/needs/imports/needs/previews';
import { setPriorities } from '#lib/needs/priorities/commands';
import {
  answerArticles,
  declareComplete,
  takeBackDeclaration,
  withdrawAnswer,
} from '#lib/needs/reviews/answers';
import {
  appointReviewer,
  createReview,
  publishSummary,
  releaseReviewer,
  setCompletion,
  setDeadlines,
  unpublishSummary,
} from '#lib/needs/reviews/commands';
import {
  parseArticle,
  parseArticles,
  parseChapter,
  parseTakeBack,
  parseWaiver,
  parseWaiverId,
} from '#lib/needs/reviews/input';
import { listReviews, reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import {
  appointmentSchema,
  completionSchema,
  deadlinesSchema,
  reopeningSchema,
  reviewSchema,
  unpublishingSchema,
  versionSchema,
} from '#lib/needs/reviews/schema';
import { closeReview, endWaiver, reopenReview, waiveDoubts } from '#lib/review/closing/commands';

const toReview = (review: ReviewView) => ({
  id: review.id,
  state: review.stateCode,
  region: review.region,
  cycle: review.cycle,
  symbol: review.symbol,
  completedOn: review.completedOn,
  publishedOn: review.publishedOn,
  entryDueOn: review.entryDueOn,
  decisionDueOn: review.decisionDueOn,
  openedAt: review.openedAt,
  closedAt: review.closedAt,
  version: review.version,
});

async function standing(actor: Actor, reviewId: string): Promise<Outcome<Answer>> {
  const review = await reviewById(actor, reviewId);
  return answerWith(review, toReview, ({ version }) => version);
}

type Command<I> = (actor: Actor, input: I) => Promise<Outcome<Readonly<{ id: string }>>>;

/** Does what a form of a review does: the body is read as that form, and the review answered. */
const asForm =
  <I>(input: ReadInput<I>, command: Command<I>): Operation['run'] =>
  async (call) => {
    const read = input(formOf(call), call.path);
    if (!read.ok) return read;
    const changed = await command(call.actor, read.value);
    return changed.ok ? standing(call.actor, changed.value.id) : changed;
  };

type SentRank = Readonly<{ need: string; version: number; rank: number | null }>;

async function setRanks({ actor, path, body }: Call): Promise<Outcome<Answer>> {
  const ranks = (body.ranks as readonly SentRank[]).map(({ need, version, rank }) => {
    return { id: need, version, rank: String(rank ?? '') };
  });
  const changed = await setPriorities(actor, { id: path.id!, ranks });
  return changed.ok ? standing(actor, path.id!) : changed;
}

const dayOrNone = z.union([day, z.literal('')]);

type Step = Readonly<{
  verb: string;
  body: z.ZodObject;
  sent: Readonly<Record<string, unknown>>;
  run: Operation['run'];
  changes?: true;
}>;
const nothing = z.strictObject({});
const articleNumber = z.int().min(1).max(99);
const chapterBody = z.strictObject({ chapter: z.enum(chapterCodes) });
const account = z.strictObject({ accountId: z.string().min(1).max(36) });

/** What is done to a review, each by the command of its form. */
const steps: readonly Step[] = [
  {
    verb: 'set-completion',
    body: z.strictObject({ completedOn: dayOrNone, symbol: z.string().max(100).optional() }),
    sent: { completedOn: '2022-06-30' },
    run: asForm(bySchema(completionSchema), setCompletion),
    changes: true,
  },
  {
    verb: 'deadlines',
    body: z.strictObject({ entryDueOn: dayOrNone, decisionDueOn: dayOrNone }),
    sent: { entryDueOn: '', decisionDueOn: '' },
    run: asForm(bySchema(deadlinesSchema), setDeadlines),
    changes: true,
  },
  {
    verb: 'publish',
    body: nothing,
    sent: {},
    run: asForm(bySchema(versionSchema), publishSummary),
    changes: true,
  },
  {
    verb: 'unpublish',
    body: reasonBody.extend({ confirmed: z.boolean() }),
    sent: { reason: 'A reason.', confirmed: true },
    run: asForm(bySchema(unpublishingSchema), unpublishSummary),
    changes: true,
  },
  {
    verb: 'close',
    body: nothing,
    sent: {},
    run: asForm(bySchema(versionSchema), closeReview),
    changes: true,
  },
  {
    verb: 'reopen',
    body: reasonBody,
    sent: { reason: 'A reason.' },
    run: asForm(bySchema(reopeningSchema), reopenReview),
    changes: true,
  },
  {
    verb: 'appoint',
    body: account,
    sent: { accountId: '{account}' },
    run: asForm(bySchema(appointmentSchema), appointReviewer),
  },
  {
    verb: 'release',
    body: account,
    sent: { accountId: '{account}' },
    run: asForm(bySchema(appointmentSchema), releaseReviewer),
  },
  {
    verb: 'answer',
    body: z.strictObject({ article: z.array(articleNumber).max(60) }),
    sent: { article: [5] },
    run: asForm(parseArticles, answerArticles),
  },
  {
    verb: 'withdraw-answer',
    body: z.strictObject({ article: articleNumber }),
    sent: { article: 5 },
    run: asForm(parseArticle, withdrawAnswer),
  },
  {
    verb: 'declare',
    body: chapterBody,
    sent: { chapter: 'II' },
    run: asForm(parseChapter, declareComplete),
  },
  {
    verb: 'waive',
    body: z.strictObject({
      doubt: z.array(z.string().max(200)).max(500),
      reason: z.string().max(10_000),
      expiresOn: day,
    }),
    sent: { doubt: ['no-answer~5'], reason: 'A reason.', expiresOn: '2030-06-30' },
    run: asForm(parseWaiver, waiveDoubts),
  },
  {
    verb: 'end-waiver',
    body: z.strictObject({ waiver: z.string().max(64) }),
    sent: { waiver: 'AAAA' },
    run: asForm(parseWaiverId, endWaiver),
  },
  {
    verb: 'set-priorities',
    body: z.strictObject({
      ranks: z
        .array(
          z.strictObject({
            need: id,
            version: z.int().min(0).max(999_999_999),
            rank: z.int().min(1).max(999).nullable(),
          }),
        )
        .max(1000),
    }),
    sent: { ranks: [{ need: '{need}', version: 1, rank: 1 }] },
    run: setRanks,
  },
  {
    verb: 'take-back',
    body: chapterBody.extend({ reason: z.string().max(10_000) }),
    sent: { chapter: 'II', reason: 'A reason.' },
    run: asForm(parseTakeBack, takeBackDeclaration),
  },
];

const stepOperations = steps.map(({ verb, body, sent, run, changes }) =>
  operation({
    id: `review-${verb}`,
    verb,
    method: 'POST',
    path: `/reviews/{id}/${verb}`,
    tag: 'Reviews',
    scope: 'reviews',
    body,
    ...(changes ? { changes } : {}),
    answer: answerSchema,
    example: { path: { id: '{review}' }, body: sent },
    run,
  }),
);

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
        ref: z.string(),
        outcome: z.enum(['new', 'changed', 'same', 'wrong']),
        need: id.nullable(),
        faults: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ImportPreview' });

async function showPreview(
  actor: Actor,
  reviewId: string,
  previewId: string,
): Promise<Outcome<Answer>> {
  const preview = await previewById(actor, { id: previewId, reviewId });
  if (!preview.ok) return preview;
  const { id: ownId, name, fingerprint, counts: found, plan } = preview.value;
  const rows = plan.map(({ line, ref, outcome, need, faults }) => {
    return { line, ref, outcome, need: need?.id ?? null, faults: faults.map(({ key }) => key) };
  });
  return done({ body: { id: ownId, name, fingerprint, counts: found, rows } });
}

async function previewImport({ actor, path, body }: Call): Promise<Outcome<Answer>> {
  const content = Buffer.from(String(body.content), 'base64');
  const sheet: FormFields = typeof body.sheet === 'string' ? { sheet: [body.sheet] } : {};
  const files = { file: { name: String(body.name), content } };
  const read = readImportFile(sheet, path, files);
  if (!read.ok) return read;
  const stored = await previewFile(actor, read.value);
  if (!stored.ok) return stored;
  const shown = await showPreview(actor, path.id!, stored.value.id);
  const location = `/reviews/${path.id}/imports/${stored.value.id}`;
  return shown.ok ? done({ ...shown.value, location }) : shown;
}

async function confirmImport(call: Call): Promise<Outcome<Answer>> {
  const read = readImportConfirmation(formOf(call), call.path);
  if (!read.ok) return read;
  const written = await confirmPreview(call.actor, read.value);
  return written.ok ? done({ body: written.value }) : written;
}

const exampleFile = Buffer.from('article,text\n5,Training\n').toString('base64');

const importOperations = [
  operation({
    id: 'preview-import',
    method: 'POST',
    path: '/reviews/{id}/imports',
    tag: 'Imports',
    scope: 'needs',
    body: z.strictObject({
      name: z.string().min(1).max(200),
      content: z.base64().max(29_000_000).meta({ description: 'The file in Base64' }),
      sheet: z.string().max(100).optional(),
    }),
    answer: previewSchema,
    status: 201,
    example: { path: { id: '{review}' }, body: { name: 'needs.csv', content: exampleFile } },
    run: previewImport,
  }),
  operation({
    id: 'read-import',
    method: 'GET',
    path: '/reviews/{id}/imports/{preview}',
    tag: 'Imports',
    scope: 'read',
    answer: previewSchema,
    example: { path: { id: '{review}', preview: '{preview}' } },
    run: ({ actor, path }) => showPreview(actor, path.id!, path.preview!),
  }),
  operation({
    id: 'confirm-import',
    method: 'POST',
    path: '/reviews/{id}/imports/{preview}/confirm',
    tag: 'Imports',
    scope: 'needs',
    body: z.strictObject({ fingerprint: z.string().max(100) }),
    answer: counts,
    example: {
      path: { id: '{review}', preview: '{preview}' },
      body: { fingerprint: '{fingerprint}' },
    },
    run: confirmImport,
  }),
];

export const reviewOperations = [
  operation({
    id: 'list-reviews',
    method: 'GET',
    path: '/reviews',
    tag: 'Reviews',
    scope: 'read',
    query: z.object({ ...placeParameters, limit: limitParameter, fields: fieldsParameter }),
    answer: pageOf(answerSchema),
    example: { query: 'limit=2' },
    run: async ({ actor, query }) => pageOfList(await listReviews(actor), query, toReview),
  }),
  operation({
    id: 'create-review',
    method: 'POST',
    path: '/reviews',
    tag: 'Reviews',
    scope: 'reviews',
    body: z.strictObject({
      state: z.string().min(1).max(12),
      cycle: z.union([z.literal(1), z.literal(2)]),
      region: z.string().max(10).optional(),
    }),
    answer: answerSchema,
    status: 201,
    example: { body: { state: '{newState}', cycle: 2 } },
    run: asForm(bySchema(reviewSchema), createReview),
  }),
  operation({
    id: 'read-review',
    method: 'GET',
    path: '/reviews/{id}',
    tag: 'Reviews',
    scope: 'read',
    query: z.object({ fields: fieldsParameter }),
    answer: answerSchema,
    example: { path: { id: '{review}' } },
    run: ({ actor, path }) => standing(actor, path.id!),
  }),
  ...stepOperations,
  ...importOperations,
];
