import * as z from 'zod/mini';
import { chaptersOfCycle, cycles, type Chapter } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { isDate, today } from '#lib/text/dates';
import { oneLine } from '#lib/text/one-line';
import { notePersonRoles } from '#lib/notes/model/vocabulary';

z.config({ jitless: true });

/** Longest texts, in characters. */
export const longestText = 50_000;
export const longestComment = 2000;

const line = (most: number) =>
  z._default(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(most, 'notes.errors.lineTooLong'),
        z.regex(oneLine, 'unreadable'),
      ),
    '',
  );
const needed = (most: number, message: string) =>
  z
    .string(message)
    .check(
      z.trim(),
      z.minLength(1, message),
      z.maxLength(most, 'notes.errors.lineTooLong'),
      z.regex(oneLine, 'unreadable'),
    );
const date = z._default(
  z.string().check(
    z.trim(),
    z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
  ),
  '',
);
const past = date.check(z.refine((value) => !isDate(value) || value <= today(), 'dateAhead'));
const orNull = (schema: z.ZodMiniType<string>) =>
  z.pipe(
    schema,
    z.transform((value: string): string | null => value || null),
  );
const whole = (message: string, least: number, most: number) =>
  z.pipe(
    z.string(message).check(z.trim(), z.regex(/^\d{1,6}$/, message)),
    z.pipe(z.transform(Number), z.number().check(z.gte(least, message), z.lte(most, message))),
  );
export const isScope = (value: string): boolean =>
  cycles.some(
    (cycle) =>
      chaptersOfCycle(cycle).includes(value as Chapter) ||
      chaptersOfCycle(cycle).join(',') === value,
  );

/** The head of an edition. `chapters`: one, or all of a cycle together (`II,V`). */
export const editionSchema = z
  .object({
    title: z._default(
      z
        .string()
        .check(
          z.trim(),
          z.maxLength(500, 'notes.errors.lineTooLong'),
          z.regex(oneLine, 'unreadable'),
        ),
      '',
    ),
    session: whole('notes.errors.session', 1, 999),
    place: line(200),
    agendaItem: line(20),
    symbol: needed(60, 'notes.errors.symbol'),
    documentDate: date.check(z.minLength(1, 'enterDate')),
    chapters: z.string('unknownChapter').check(z.refine(isScope, 'unknownChapter')),
    cutoff: past.check(z.minLength(1, 'enterDate')),
    previousId: orNull(line(64)),
    previousCutoff: orNull(past),
    previousSymbol: orNull(line(60)),
    sourceLocale: z.enum(locales, 'notes.errors.language'),
  })
  .check(
    z.refine(({ cutoff, previousCutoff }) => previousCutoff === null || previousCutoff < cutoff, {
      error: 'previousNotBefore',
      path: ['previousCutoff'],
    }),
  );
export type EditionGiven = z.output<typeof editionSchema>;

const id = z.string().check(z.maxLength(64));
const version = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));
const key = z.string().check(z.maxLength(120));

/** Characters that no text of a note holds: controls but the line's end, which becomes a space. */
const cleaned = z.transform((value: string) =>
  value.replaceAll(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim(),
);
const text = z._default(z.string().check(z.maxLength(longestText, 'notes.errors.textTooLong')), '');

export const editionIdSchema = z.object({ id });
export const editionVersionSchema = z.object({ id, version });
export const blockSchema = z.object({ id, key, version });
export const blockTextSchema = z.object({
  id,
  key,
  version,
  language: z.enum(locales, 'notes.errors.language'),
  text: z.pipe(text, cleaned),
});
export const newBlockSchema = z.object({
  id,
  after: z._default(key, ''),
  kind: z.enum(['paragraph', 'item', 'heading-1', 'heading-2', 'heading-3'], 'notes.errors.kind'),
  text: z.pipe(text, cleaned),
});
export const movedBlockSchema = z.object({ id, key, version, to: z.enum(['up', 'down']) });
export const namedInBlockSchema = z.object({
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
  reason: needed(500, 'notes.errors.reason'),
});
export const commentSchema = z.object({
  id,
  key,
  text: z
    .string('notes.errors.comment')
    .check(
      z.trim(),
      z.minLength(1, 'notes.errors.comment'),
      z.maxLength(longestComment, 'notes.errors.commentTooLong'),
    ),
});
export const commentIdSchema = z.object({ id, comment: z.string().check(z.maxLength(64)) });
export const personSchema = z.object({
  id,
  email: needed(254, 'enterEmail'),
  role: z.enum(notePersonRoles, 'notes.errors.role'),
});
export const personIdSchema = z.object({ id, person: z.string().check(z.maxLength(64)) });
export const freezeSchema = z.object({ id, version, seen: z._default(z.string(), '') });
