import * as z from 'zod/mini';
import { regionCodes } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { longestSymbol } from '#lib/needs/reviews/vocabulary';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

const stateCode = z
  .string('chooseState')
  .check(
    z.overwrite(readCode),
    z.toUpperCase(),
    z.minLength(1, 'chooseState'),
    z.maxLength(12, 'unknownState'),
  );
const version = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));

/**
 * A review is of one State in one cycle. The regional group is needed only where the State belongs
 * to none.
 */
export const reviewSchema = z.object({
  state: stateCode,
  cycle: z.pipe(
    z.enum(['1', '2'], 'chooseCycle'),
    z.transform((value) => Number(value) as 1 | 2),
  ),
  region: z.pipe(
    z.optional(z.union([z.literal(''), z.enum(regionCodes)], 'chooseRegion')),
    z.transform((value) => value || null),
  ),
});

/** The completion date of the executive summary (empty: not completed) and its symbol. */
export const completionSchema = z.object({
  id: z.string(),
  version,
  completedOn: z.string('enterDate').check(
    z.trim(),
    z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
  ),
  symbol: z._default(
    z
      .string()
      .check(
        z.overwrite(normaliseLine),
        z.maxLength(longestSymbol, { error: 'symbolTooLong', abort: true }),
        z.regex(singleLinePattern, 'unreadable'),
      ),
    '',
  ),
});

const dueDate = z.string('enterDate').check(
  z.trim(),
  z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
);

/** The dates by which needs must be entered and decided on (empty: no date). */
export const deadlinesSchema = z.object({
  id: z.string(),
  version,
  entryDueOn: dueDate,
  decisionDueOn: dueDate,
});

export const versionSchema = z.object({ id: z.string(), version });

/** Why a summary is withdrawn from publication, and the tick that confirms it. */
export const unpublishingSchema = z.object({
  id: z.string(),
  version,
  reason: z._default(z.string(), ''),
  confirmed: z._default(z.string(), ''),
});

export const appointmentSchema = z.object({
  id: z.string(),
  accountId: z
    .string('chooseReviewer')
    .check(z.minLength(1, 'chooseReviewer'), z.maxLength(36, 'chooseReviewer')),
});

export const reopeningSchema = z.object({
  id: z.string(),
  version,
  reason: z._default(z.string(), ''),
});
