import * as z from 'zod/mini';
import { isDate } from '#lib/text/dates';

z.config({ jitless: true });

const reviewerId = z
  .string('chooseReviewer')
  .check(z.minLength(1, 'chooseReviewer'), z.maxLength(36, 'chooseReviewer'));
const dateField = z
  .string('enterDate')
  .check(z.trim(), z.minLength(1, 'enterDate'), z.refine(isDate, 'noSuchDate'));

export const nominationSchema = z.object({
  accountId: reviewerId,
  state: z._default(z.string().check(z.trim(), z.maxLength(12, 'unknownState')), ''),
});
export const leaveSchema = z.object({
  accountId: reviewerId,
  fromOn: dateField,
  untilOn: dateField,
  substitute: z._default(z.string().check(z.maxLength(36, 'chooseReviewer')), ''),
});
export const endLeaveSchema = z.object({ leave: z.string().check(z.maxLength(36)) });
export const balanceSchema = z.object({
  fingerprint: z._default(z.string().check(z.maxLength(64)), ''),
});
