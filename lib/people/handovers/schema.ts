import * as z from 'zod/mini';
import { emailField, nameField } from '#lib/people/accounts/schema';
import { done, failed } from '#lib/base/errors';
import { oneLine } from '#lib/text/one-line';
import { bySchema, textOf, type ReadInput } from '#lib/http/form';

z.config({ jitless: true });

export const longestLetter = 200;
/** What the list of successors holds for somebody who has no account yet. */
export const newPerson = 'new';

const letter = z
  .string('enterLetter')
  .check(
    z.trim(),
    z.minLength(1, 'enterLetter'),
    z.maxLength(longestLetter, 'letterTooLong'),
    z.regex(oneLine, 'unreadable'),
  );
const confirmed = z.literal('yes', 'confirmHandover');
const colleague = z.object({
  successor: z
    .string('unknownSuccessor')
    .check(z.minLength(1, 'unknownSuccessor'), z.maxLength(36, 'unknownSuccessor')),
  letter,
  confirm: confirmed,
});
const newcomer = z.object({ name: nameField, email: emailField, letter, confirm: confirmed });

/** Who succeeds: somebody who has an account, or a new person. */
export type Successor = Readonly<{ accountId: string } | { name: string; email: string }>;
/** The letter of nomination: what it is known by, and its file. */
export type Handover = Readonly<{
  successor: Successor;
  letter: string;
  file: Readonly<{ name: string; content: Uint8Array }>;
}>;

const fieldsOf: ReadInput<Omit<Handover, 'file'>> = (form, address) => {
  if (textOf(form, 'successor') !== newPerson) {
    const read = bySchema<typeof colleague>(colleague)(form, address);
    return read.ok
      ? done({ successor: { accountId: read.value.successor }, letter: read.value.letter })
      : read;
  }
  const read = bySchema<typeof newcomer>(newcomer)(form, address);
  return read.ok
    ? done({
        successor: { name: read.value.name, email: read.value.email },
        letter: read.value.letter,
      })
    : read;
};

/**
 * All that is wrong at once: whoever has to choose the file again over a slow line should do so
 * once.
 */
export const handoverOf: ReadInput<Handover> = (form, address, { file } = {}) => {
  const read = fieldsOf(form, address);
  if (file && file.content.length > 0) return read.ok ? done({ ...read.value, file }) : read;
  const missing = { field: 'file', message: 'letterFormat' };
  return failed({
    kind: 'invalid',
    errors:
      !read.ok && read.failure.kind === 'invalid' ? [...read.failure.errors, missing] : [missing],
  });
};
