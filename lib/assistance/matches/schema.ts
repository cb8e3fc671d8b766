import * as z from 'zod/mini';
import { degrees } from '#lib/needs/met/vocabulary';

z.config({ jitless: true });

const id = z._default(z.string().check(z.maxLength(36, 'unreadable')), '');
const reason = z._default(z.string().check(z.maxLength(10_000, 'reasonTooLong')), '');
const degree = z.enum(degrees, 'matches.errors.degree');
const version = z.pipe(
  z.string('unreadable').check(z.regex(/^[1-9]\d{0,8}$/, 'unreadable')),
  z.transform(Number),
);

/**
 * An activity and a need that it is said to answer. `suggested`: the register had it among its
 * proposals.
 */
export const proposalSchema = z.object({
  assistance: id,
  need: id,
  degree,
  reason,
  suggested: z._default(z.enum(['', '1'], 'unreadable'), ''),
  /** Of whichever of the two is not named by its id. */ reference: z._default(
    z.string().check(z.trim(), z.maxLength(40, 'unreadable')),
    '',
  ),
});
/** A step on a match that is there, in the version that the person saw. */
export const stepSchema = z.object({ id, version, reason, degree: z.optional(degree) });
export const confirmationSchema = z.object({ id, version, reason, degree });
