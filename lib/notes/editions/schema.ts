import * as z from 'zod/mini';
import { chaptersOfCycle, cycles, type Chapter } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { isDate, today } from '#lib/text/dates';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { audiences, notePersonRoles } from '#lib/notes/model/vocabulary';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

/** Greatest lengths of texts, in characters. */
const maxTextLength = 50_000;
const maxCommentLength = 2000;

const optionalLine = (max: number) =>
  z._default(
    z
      .string()
      .check(
        z.overwrite(normaliseLine),
        z.maxLength(max, { error: 'notes.errors.lineTooLong', abort: true }),
        z.regex(singleLinePattern, 'unreadable'),
      ),
    '',
  );
const requiredLine = (max: number, message: string) =>
  z
    .string(message)
    .check(
      z.overwrite(normaliseLine),
      z.minLength(1, message),
      z.maxLength(max, { error: 'notes.errors.lineTooLong', abort: true }),
      z.regex(singleLinePattern, 'unreadable'),
    );
const date = z._default(
  z.string().check(
    z.trim(),
    z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
  ),
  '',
);
const dateUntilToday = (message: string) =>
  date.check(z.refine((value) => !isDate(value) || value <= today(), message));
const emptyToNull = (schema: z.ZodMiniType<string>) =>
  z.pipe(
    schema,
    z.transform((value: string): string | null => value || null),
  );
const wholeNumber = (message: string, min: number, max: number) =>
  z.pipe(
    z.string(message).check(z.overwrite(readCode), z.regex(/^\d{1,6}$/, message)),
    z.pipe(z.transform(Number), z.number().check(z.gte(min, message), z.lte(max, message))),
  );
const isScope = (value: string): boolean =>
  cycles.some(
    (cycle) =>
      chaptersOfCycle(cycle).includes(value as Chapter) ||
      chaptersOfCycle(cycle).join(',') === value,
  );

/** The number of a session of the Conference; null where it is left open. */
const sessionNumber = z.pipe(
  z.string().check(z.overwrite(readCode), z.regex(/^(?:[1-9]\d?)?$/, 'notes.errors.session')),
  z.transform((value: string): number | null => (value === '' ? null : Number(value))),
);

/**
 * The head of an edition, in the order of the form, which its faults follow. `chapters`: one chapter,
 * or all of a cycle (`II,V`).
 */
export const editionSchema = z
  .object({
    audience: z._default(z.enum(audiences, 'notes.audience.choose'), 'public'),
    symbol: requiredLine(60, 'notes.errors.symbol'),
    chapters: z.string('unknownChapter').check(z.refine(isScope, 'unknownChapter')),
    cutoff: dateUntilToday('notes.errors.cutoffAhead').check(z.minLength(1, 'enterDate')),
    previousId: emptyToNull(optionalLine(64)),
    previousCutoff: emptyToNull(dateUntilToday('dateAhead')),
    previousSymbol: emptyToNull(optionalLine(60)),
    session: wholeNumber('notes.errors.session', 1, 999),
    place: optionalLine(200),
    agendaItem: optionalLine(20),
    documentDate: date.check(z.minLength(1, 'enterDate')),
    sourceLocale: z.enum(locales, 'notes.errors.language'),
    agendaSymbol: z.optional(optionalLine(60)),
    readSymbol: z.optional(optionalLine(60)),
    sinceSession: z.optional(sessionNumber),
    nextChapters: z.optional(
      z.string().check(z.refine((value) => value === '' || isScope(value), 'unknownChapter')),
    ),
    nextSession: z.optional(sessionNumber),
    title: z._default(
      z
        .string()
        .check(
          z.overwrite(normaliseLine),
          z.maxLength(500, { error: 'notes.errors.lineTooLong', abort: true }),
          z.regex(singleLinePattern, 'unreadable'),
        ),
      '',
    ),
  })
  .check(
    z.refine(({ cutoff, previousCutoff }) => previousCutoff === null || previousCutoff < cutoff, {
      error: 'previousNotBefore',
      path: ['previousCutoff'],
    }),
  );
export type EditionInput = z.output<typeof editionSchema>;

const id = z.string().check(z.maxLength(64));
const version = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));
const key = z.string().check(z.maxLength(120));

/** Replaces line breaks and tabs by spaces. */
const singleLine = z.transform((value: string) =>
  value.replaceAll(/\s+/g, (blanks) => (/[\r\n\t\u2028\u2029]/.test(blanks) ? ' ' : blanks)).trim(),
);
const text = z._default(
  z.string().check(z.maxLength(maxTextLength, 'notes.errors.textTooLong')),
  '',
);

export const editionIdSchema = z.object({ id });
export const editionVersionSchema = z.object({ id, version });
export const blockSchema = z.object({ id, key, version });
export const blockTextSchema = z.object({
  id,
  key,
  version,
  language: z.enum(locales, 'notes.errors.language'),
  text: z.pipe(text, singleLine),
});
export const newBlockSchema = z.object({
  id,
  after: z._default(key, ''),
  kind: z.enum(['paragraph', 'item', 'heading-1', 'heading-2', 'heading-3'], 'notes.errors.kind'),
  text: z.pipe(text, singleLine),
});
export const moveBlockSchema = z.object({ id, key, version, to: z.enum(['up', 'down']) });
export const bindingNameSchema = z.object({
  id,
  key,
  version,
  name: z.string().check(z.maxLength(40)),
});
export const holdSchema = z.object({
  id,
  key,
  version,
  name: z.string().check(z.maxLength(40)),
  reason: requiredLine(500, 'notes.errors.reason'),
});
export const commentSchema = z.object({
  id,
  key,
  text: z
    .string('notes.errors.comment')
    .check(
      z.trim(),
      z.minLength(1, 'notes.errors.comment'),
      z.maxLength(maxCommentLength, 'notes.errors.commentTooLong'),
    ),
});
export const commentIdSchema = z.object({ id, comment: z.string().check(z.maxLength(64)) });
export const personSchema = z.object({
  id,
  email: requiredLine(254, 'enterEmail'),
  role: z.enum(notePersonRoles, 'notes.errors.role'),
});
export const personIdSchema = z.object({ id, person: z.string().check(z.maxLength(64)) });
export const freezeSchema = z.object({ id, version, seen: z._default(z.string(), '') });
