import * as z from 'zod/mini';
import { degrees } from '#lib/needs/fulfilment/vocabulary';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

const id = z._default(z.string().check(z.maxLength(36, 'unreadable')), '');
const reason = z._default(z.string().check(z.maxLength(10_000, 'reasonTooLong')), '');
const degree = z.enum(degrees, 'matches.errors.degree');
const version = z.pipe(
  z.string('unreadable').check(z.regex(/^[1-9]\d{0,8}$/, 'unreadable')),
  z.transform(Number),
);

/** A proposal that an activity answers a need. `suggested`: the register suggested it. */
export const matchProposalSchema = z.object({
  assistance: id,
  need: id,
  degree,
  reason,
  suggested: z._default(z.enum(['', '1'], 'unreadable'), ''),
  /** The reference of the need or activity, if its id is missing. */
  reference: z._default(z.string().check(z.overwrite(readCode), z.maxLength(40, 'unreadable')), ''),
});
/** An action on a match in the version that the person saw. */
export const matchActionSchema = z.object({ id, version, reason, degree: z.optional(degree) });
export const matchConfirmationSchema = z.object({ id, version, reason, degree });
