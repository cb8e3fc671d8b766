import * as z from 'zod/mini';
import { chapterCodes } from '#lib/convention/chapters';
import { isDate, today } from '#lib/text/dates';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';

z.config({ jitless: true });

const date = z.string('enterDate').check(
  z.trim(),
  z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
  z.refine((value) => !isDate(value) || value <= today(), 'dateAhead'),
);

/** A published note: its title, symbol, chapter and cut-offs. */
export const noteSchema = z
  .object({
    title: z
      .string('enterNoteTitle')
      .check(
        z.overwrite(normaliseLine),
        z.minLength(1, 'enterNoteTitle'),
        z.maxLength(200, { error: 'noteTitleTooLong', abort: true }),
        z.regex(singleLinePattern, 'unreadable'),
      ),
    symbol: z.pipe(
      z._default(
        z
          .string()
          .check(
            z.overwrite(normaliseLine),
            z.maxLength(60, { error: 'symbolTooLong', abort: true }),
            z.regex(singleLinePattern, 'unreadable'),
          ),
        '',
      ),
      z.transform((value) => value || null),
    ),
    chapter: z.enum(chapterCodes, 'unknownChapter'),
    cutoff: date.check(z.minLength(1, 'enterDate')),
    previousCutoff: z.pipe(
      z._default(date, ''),
      z.transform((value) => value || null),
    ),
  })
  .check(
    z.refine(({ cutoff, previousCutoff }) => previousCutoff === null || previousCutoff < cutoff, {
      error: 'previousNotBefore',
      path: ['previousCutoff'],
    }),
  );

export const noteIdSchema = z.object({ id: z.string().check(z.maxLength(64)) });
