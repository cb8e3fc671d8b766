import 'server-only';
import * as z from 'zod';
import { day, id } from '#lib/api/model/fields';
import { formOf, operation, type Operation } from '#lib/api/model/operation';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import { categoryCodes } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import { bySchema, type FormFields, type ReadInput } from '#lib/http/form';
import { addTerm, mergeTerm, renameTerm, splitTerm } from '#lib/needs/terms/commands';
import {
  mergingSchema,
  parseTermAddition,
  parseTermRenaming,
  parseTermSplit,
} from '#lib/needs/terms/schema';
import { termKinds } from '#lib/needs/terms/vocabulary';

type Command<I> = (actor: Actor, input: I) => Promise<Outcome<Readonly<{ id: string }>>>;
type Sent = Readonly<Record<string, unknown>>;

/** Objects in a body as the form has them: `names` by language, `needs` by their ids. */
const nested = ({ names = {}, needs = {} }: Sent): FormFields => ({
  ...Object.fromEntries(Object.entries(names as Sent).map(([of, to]) => [`name.${of}`, [`${to}`]])),
  ...Object.fromEntries(Object.entries(needs as Sent).map(([of, to]) => [`need.${of}`, [`${to}`]])),
});

const asForm =
  <I>(input: ReadInput<I>, command: Command<I>): Operation['run'] =>
  async (call) => {
    const given = input({ ...formOf(call), ...nested(call.body) }, call.path);
    if (!given.ok) return given;
    const changed = await command(call.actor, given.value);
    return changed.ok ? done({ body: { change: changed.value.id } }) : changed;
  };

const names = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, z.string().max(1000)])) as Record<
    Locale,
    z.ZodString
  >,
);
const code = z.string().min(1).max(40);
const termBody = z.strictObject({ kind: z.enum(termKinds), code, decidedOn: day });
const exampleNames = Object.fromEntries(locales.map((locale) => [locale, 'Ports']));
const example = { kind: 'topic', code: 'ports', decidedOn: '2026-01-31' };

type Change = Readonly<{ body: z.ZodObject; sent: Sent; run: Operation['run'] }>;

/** What is done to the vocabulary, each by the command of its form. */
const changes: Readonly<Record<string, Change>> = {
  add: {
    body: termBody.extend({ category: z.enum(categoryCodes).optional(), names }),
    sent: { ...example, names: exampleNames },
    run: asForm(parseTermAddition, addTerm),
  },
  rename: {
    body: termBody.extend({ names }),
    sent: { ...example, names: exampleNames },
    run: asForm(parseTermRenaming, renameTerm),
  },
  merge: {
    body: termBody.extend({ into: code }),
    sent: { ...example, into: 'customs' },
    run: asForm(bySchema(mergingSchema), mergeTerm),
  },
  split: {
    body: termBody.extend({
      into: z.array(code).max(50),
      rest: z.string().max(40).optional(),
      needs: z.record(z.string().max(36), code).optional(),
    }),
    sent: { ...example, into: ['customs', 'procurement'] },
    run: asForm(parseTermSplit, splitTerm),
  },
};

export const termOperations = Object.entries(changes).map(([verb, { body, sent, run }]) =>
  operation({
    id: `term-${verb}`,
    verb,
    method: 'POST',
    path: `/vocabulary/${verb}`,
    tag: 'Vocabulary',
    scope: 'vocabulary',
    body,
    answer: z.object({ change: id }),
    example: { body: sent },
    run,
  }),
);
