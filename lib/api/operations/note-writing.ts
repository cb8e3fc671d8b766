import 'server-only';
import * as z from 'zod';
import { asForm } from '#lib/api/model/as-form';
import { day, editionSchema, id } from '#lib/api/model/fields';
import { operation, type Answer, type Call, type Operation } from '#lib/api/model/operation';
import { edition } from '#lib/api/operations/editions';
import type { Actor } from '#lib/base/actor';
import { done, failed, notFound, type Outcome } from '#lib/base/errors';
import { locales } from '#lib/convention/names';
import {
  addClaim,
  addValue,
  holdValue,
  releaseValue,
  unbind,
} from '#lib/notes/blocks/binding-commands';
import { addBlock, moveBlock, removeBlock, writeText } from '#lib/notes/blocks/block-commands';
import { cancelDocuments, requestDocuments } from '#lib/notes/documents/jobs';
import { changeEdition, createEdition } from '#lib/notes/editions/head-commands';
import * as input from '#lib/notes/editions/input';
import {
  addComment,
  addPerson,
  approveEdition,
  removePerson,
  resolveComment,
} from '#lib/notes/editions/people-commands';
import {
  acceptChangedNumbers,
  freezeEdition,
  publishEdition,
  sendForReview,
  takeBack,
} from '#lib/notes/editions/status-commands';
import { audiences, notePersonRoles } from '#lib/notes/model/vocabulary';
import { blocksOfEdition, editionById } from '#lib/notes/store/queries';

const text = z.string().max(20_000);
const line = z.string().max(500);
const code = z.string().max(120);
const nothing = z.strictObject({});

/** The head of an edition, by the names of its form. */
const headShape = {
  audience: z.enum(audiences).optional(),
  symbol: line,
  chapters: z.string().max(20),
  cutoff: day,
  previousId: code.optional(),
  previousCutoff: z.union([day, z.literal('')]).optional(),
  previousSymbol: line.optional(),
  session: z.int().min(1).max(999),
  place: line.optional(),
  agendaItem: line.optional(),
  documentDate: day,
  sourceLocale: z.enum(locales),
  agendaSymbol: line.optional(),
  readSymbol: line.optional(),
  sinceSession: z.int().min(1).max(99).optional(),
  nextChapters: z.string().max(20).optional(),
  nextSession: z.int().min(1).max(99).optional(),
  title: line.optional(),
};
const exampleHead = {
  symbol: 'CAC/COSP/IRG/2026/1',
  chapters: 'II',
  cutoff: '2023-02-28',
  session: 17,
  documentDate: '2026-06-15',
  sourceLocale: 'en',
};

/** What a form leaves empty, an edition has empty too. */
const emptyHead = {
  previousId: '',
  previousCutoff: '',
  previousSymbol: '',
  place: '',
  agendaItem: '',
};
const withEmpty =
  (run: Operation['run']): Operation['run'] =>
  (call) =>
    run({ ...call, body: { ...emptyHead, ...call.body } });

type Ref = Readonly<{ id: string; version: number }>;

/** Freezes an edition and has its documents made, as its page does. */
async function freezeWithDocuments(actor: Actor, frozen: Ref & Readonly<{ seen: string }>) {
  const outcome = await freezeEdition(actor, frozen);
  if (outcome.ok) await requestDocuments(actor, { id: frozen.id });
  return outcome;
}

/** Tells an edition that has changed since from one whose status does not allow it. */
const ifUnchanged =
  (run: Operation['run']): Operation['run'] =>
  async (call) => {
    const outcome = await run(call);
    if (outcome.ok || outcome.failure.kind !== 'conflict') return outcome;
    const found = await editionById(call.actor, call.path.id!);
    const hasMoved = found.ok && found.value.edition.version !== call.version;
    return hasMoved ? failed({ kind: 'conflict', why: 'moved' }) : outcome;
  };

type Step = Readonly<{
  body: z.ZodObject;
  sent: Readonly<Record<string, unknown>>;
  run: Operation['run'];
  changes?: true;
}>;

/** What is done to an edition as a whole, each by the command of its form. */
const steps: Readonly<Record<string, Step>> = {
  'send-for-review': {
    body: nothing,
    sent: {},
    run: ifUnchanged(asForm(input.versionInput, sendForReview, edition)),
    changes: true,
  },
  'take-back': {
    body: nothing,
    sent: {},
    run: ifUnchanged(asForm(input.versionInput, takeBack, edition)),
    changes: true,
  },
  freeze: {
    body: z.strictObject({ seen: text.optional() }),
    sent: { seen: '' },
    run: ifUnchanged(asForm(input.freezeInput, freezeWithDocuments, edition)),
    changes: true,
  },
  publish: {
    body: nothing,
    sent: {},
    run: ifUnchanged(asForm(input.versionInput, publishEdition, edition)),
    changes: true,
  },
  approve: {
    body: z.strictObject({ checksum: code }),
    sent: { checksum: 'AAAA' },
    run: asForm(input.approvalInput, approveEdition, edition),
  },
  accept: {
    body: z.strictObject({ key: z.array(code).max(1000).optional(), revision: z.int().min(0) }),
    sent: { revision: 1 },
    run: asForm(input.acceptInput, acceptChangedNumbers, edition),
  },
  name: {
    body: z.strictObject({ email: z.string().max(254), role: z.enum(notePersonRoles) }),
    sent: { email: 'reader@example.org', role: notePersonRoles[0] },
    run: asForm(input.personInput, addPerson, edition),
  },
  unname: {
    body: z.strictObject({ person: id }),
    sent: { person: 'AAAA' },
    run: asForm(input.personIdInput, removePerson, edition),
  },
  'resolve-comment': {
    body: z.strictObject({ comment: id }),
    sent: { comment: 'AAAA' },
    run: asForm(input.commentIdInput, resolveComment, edition),
  },
  'make-documents': {
    body: nothing,
    sent: {},
    run: asForm(input.editionIdInput, requestDocuments, edition),
  },
  'cancel-documents': {
    body: nothing,
    sent: {},
    run: asForm(input.editionIdInput, cancelDocuments, edition),
  },
  'add-block': {
    body: z.strictObject({
      after: code.optional(),
      kind: z.enum(['paragraph', 'item', 'heading-1', 'heading-2', 'heading-3']),
      text: text.optional(),
    }),
    sent: { kind: 'paragraph', text: 'A paragraph.' },
    run: asForm(input.newBlockInput, addBlock, edition),
  },
};

const filter = {
  regions: z.array(code).max(60).optional(),
  category: code.optional(),
  subcategory: code.optional(),
  topic: code.optional(),
  type: code.optional(),
  tag: code.optional(),
  article: code.optional(),
  row: code.optional(),
  status: code.optional(),
  since: z.enum(['yes', '']).optional(),
  kind: code,
  of: code.optional(),
  over: code.optional(),
  order: code.optional(),
  item: code.optional(),
};
const whole = z.int().min(0).max(999_999_999).optional();
const valueBody = z.strictObject({
  ...filter,
  from: whole,
  to: whole,
  say: code.optional(),
  which: code.optional(),
  base: code.optional(),
  as: code.optional(),
  fact: code.optional(),
  assisted: code.optional(),
  theme: code.optional(),
  reference: code.optional(),
  number: whole,
  reason: line.optional(),
});
const claimBody = z.strictObject({
  ...filter,
  place: whole,
  alone: z.enum(['yes', '']).optional(),
  items: z.array(code).max(60).optional(),
  each: code.optional(),
  is: code.optional(),
  percent: whole,
  base: code.optional(),
  than: code.optional(),
  thanRegions: z.array(code).max(60).optional(),
  reason: line.optional(),
});
const binding = z.strictObject({ name: z.string().max(40) });

/** What is done to a block, from the version of the block that the program saw. */
const blockSteps: Readonly<Record<string, Step>> = {
  write: {
    body: z.strictObject({ language: z.enum(locales), text }),
    sent: { language: 'en', text: 'A paragraph.' },
    run: asForm(input.textInput, writeText, edition),
    changes: true,
  },
  move: {
    body: z.strictObject({ to: z.enum(['up', 'down']) }),
    sent: { to: 'up' },
    run: asForm(input.moveInput, moveBlock, edition),
    changes: true,
  },
  remove: {
    body: nothing,
    sent: {},
    run: asForm(input.blockInput, removeBlock, edition),
    changes: true,
  },
  bind: {
    body: valueBody,
    sent: { kind: 'count', of: 'needs' },
    run: asForm(input.valueInput, addValue, edition),
    changes: true,
  },
  claim: {
    body: claimBody,
    sent: { kind: 'place', over: 'article', item: '5' },
    run: asForm(input.claimInput, addClaim, edition),
    changes: true,
  },
  unbind: {
    body: binding,
    sent: { name: 'a' },
    run: asForm(input.bindingNameInput, unbind, edition),
    changes: true,
  },
  hold: {
    body: binding.extend({ reason: line }),
    sent: { name: 'a', reason: 'A reason.' },
    run: asForm(input.holdInput, holdValue, edition),
    changes: true,
  },
  release: {
    body: binding,
    sent: { name: 'a' },
    run: asForm(input.bindingNameInput, releaseValue, edition),
    changes: true,
  },
  comment: {
    body: z.strictObject({ text }),
    sent: { text: 'A comment.' },
    run: asForm(input.commentInput, addComment, edition),
  },
};

const blockSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    kind: z.string(),
    position: z.number(),
    content: z.unknown(),
  })
  .meta({ id: 'NoteBlock' });

/** The blocks of an edition: as they are for those who work on it, as published for others. */
async function readBlocks({ actor, path }: Call): Promise<Outcome<Answer>> {
  const found = await editionById(actor, path.id!);
  if (!found.ok) return notFound;
  const { edition: shown, isAtWork } = found.value;
  return done({ body: await blocksOfEdition(actor, shown.id, isAtWork ? null : shown.revision) });
}

const oneNote = { path: { id: '{note}' } };
const common = { tag: 'Notes', scope: 'notes', answer: editionSchema } as const;

const stepOperations = Object.entries(steps).map(([verb, { body, sent, run, changes }]) =>
  operation({
    ...common,
    id: `note-${verb}`,
    verb,
    method: 'POST',
    path: `/notes/{id}/${verb}`,
    body,
    ...(changes ? { changes } : {}),
    example: { ...oneNote, body: sent },
    run,
  }),
);
const blockOperations = Object.entries(blockSteps).map(([verb, { body, sent, run, changes }]) =>
  operation({
    ...common,
    id: `note-block-${verb}`,
    verb: `block-${verb}`,
    method: 'POST',
    path: `/notes/{id}/blocks/{key}/${verb}`,
    body,
    ...(changes ? { changes } : {}),
    example: { path: { id: '{note}', key: 'AAAA' }, body: sent },
    run,
  }),
);

export const noteWritingOperations = [
  operation({
    ...common,
    id: 'open-note',
    method: 'POST',
    path: '/notes',
    body: z.strictObject(headShape),
    status: 201,
    example: { body: exampleHead },
    run: withEmpty(asForm(input.editionInput, createEdition, edition, '/notes')),
  }),
  operation({
    ...common,
    id: 'change-note',
    method: 'PATCH',
    path: '/notes/{id}',
    body: z.strictObject({ ...headShape, languages: z.array(z.enum(locales)).max(6).optional() }),
    changes: true,
    example: { ...oneNote, body: exampleHead },
    run: ifUnchanged(withEmpty(asForm(input.headInput, changeEdition, edition))),
  }),
  operation({
    id: 'read-note-blocks',
    method: 'GET',
    path: '/notes/{id}/blocks',
    tag: 'Notes',
    scope: 'read',
    isPublic: true,
    answer: z.array(blockSchema),
    example: oneNote,
    run: readBlocks,
  }),
  ...stepOperations,
  ...blockOperations,
];
