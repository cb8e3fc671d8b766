import * as z from 'zod/mini';

z.config({ jitless: true });

const code = z.string('wrongCode').check(z.maxLength(100, 'wrongCode'));
const current = z
  .string('enterPassword')
  .check(z.minLength(1, 'enterPassword'), z.maxLength(1000, 'enterPassword'));

export const setUpSchema = z.object({
  sealed: z.string('wrongCode').check(z.maxLength(400, 'wrongCode')),
  code,
  current,
});
export const removeSchema = z.object({ code, current });
