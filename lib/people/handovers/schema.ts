import * as z from 'zod/mini';
import { emailField, nameField } from '#lib/people/accounts/schema';
import { done, failed } from '#lib/base/errors';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { bySchema, textOf, type ReadInput } from '#lib/http/form';

z.config({ jitless: true });

export const maxLetterLength = 200;
/** The option of the list of successors for somebody without an account. */
export const newPersonValue = 'new';

const letter = z
  .string('enterLetter')
  .check(
    z.overwrite(normaliseLine),
    z.minLength(1, 'enterLetter'),
    z.maxLength(maxLetterLength, { error: 'letterTooLong', abort: true }),
    z.regex(singleLinePattern, 'unreadable'),
  );
const confirmation = z.literal('yes', 'confirmHandover');
const existingSuccessorSchema = z.object({
  successor: z
    .string('unknownSuccessor')
    .check(z.minLength(1, 'unknownSuccessor'), z.maxLength(36, 'unknownSuccessor')),
  letter,
  confirm: confirmation,
});
const newSuccessorSchema = z.object({
  name: nameField,
  email: emailField,
  letter,
  confirm: confirmation,
});

/** The successor: an existing account, or a new person. */
export type Successor = Readonly<{ accountId: string } | { name: string; email: string }>;
/** A handover with the reference of the letter of nomination, and its file. */
export type Handover = Readonly<{
  successor: Successor;
  letter: string;
  file: Readonly<{ name: string; content: Uint8Array }>;
}>;

const readSuccessor: ReadInput<Omit<Handover, 'file'>> = (form, address) => {
  if (textOf(form, 'successor') !== newPersonValue) {
    const parsed = bySchema<typeof existingSuccessorSchema>(existingSuccessorSchema)(form, address);
    return parsed.ok
      ? done({ successor: { accountId: parsed.value.successor }, letter: parsed.value.letter })
      : parsed;
  }
  const parsed = bySchema<typeof newSuccessorSchema>(newSuccessorSchema)(form, address);
  return parsed.ok
    ? done({
        successor: { name: parsed.value.name, email: parsed.value.email },
        letter: parsed.value.letter,
      })
    : parsed;
};

/** Reports all errors at once: choosing the file again over a slow line should happen only once. */
export const readHandover: ReadInput<Handover> = (form, address, { file } = {}) => {
  const parsed = readSuccessor(form, address);
  if (file && file.content.length > 0) return parsed.ok ? done({ ...parsed.value, file }) : parsed;
  const missing = { field: 'file', message: 'letterFormat' };
  return failed({
    kind: 'invalid',
    errors:
      !parsed.ok && parsed.failure.kind === 'invalid'
        ? [...parsed.failure.errors, missing]
        : [missing],
  });
};
