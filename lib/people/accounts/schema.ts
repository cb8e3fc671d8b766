import * as z from 'zod/mini';
import { invitedRoles, emailLength, nameLength, passwordLength } from '#lib/base/roles';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { readEmail } from '#lib/text/written';
import { hasVisibleSignsOnly, isOfOneScript } from '#lib/text/address-signs';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';

z.config({ jitless: true });

export const emailField = z
  .string('enterEmail')
  .check(
    z.refine(hasVisibleSignsOnly, { error: 'emailInvisible', abort: true }),
    z.overwrite(readEmail),
    z.minLength(1, 'enterEmail'),
    z.maxLength(emailLength.max, { error: 'emailFormat', abort: true }),
    z.regex(/^[^\s\p{Cc}@]+@[^\s\p{Cc}@][^\s\p{Cc}@.]*\.[^\s\p{Cc}@]+$/u, 'emailFormat'),
    z.refine(isOfOneScript, 'emailScripts'),
  );
export const nameField = z
  .string('enterName')
  .check(
    z.overwrite(normaliseLine),
    z.minLength(1, 'enterName'),
    z.maxLength(nameLength.max, { error: 'nameTooLong', abort: true }),
    z.regex(singleLinePattern, 'unreadable'),
  );
const newPassword = z
  .string('passwordTooShort')
  .check(
    z.minLength(passwordLength.min, 'passwordTooShort'),
    z.maxLength(passwordLength.max, 'passwordTooLong'),
  );
/** A path of this register to continue to; anything else leads to the first page. */
const next = z.catch(
  z._default(
    z.string().check(z.maxLength(500), z.regex(/^\/[a-z]{2}(\/[A-Za-z0-9/_-]*)?(\?[^\s#\\]*)?$/)),
    '',
  ),
  '',
);

export const signInSchema = z.object({
  email: z
    .string('enterEmail')
    .check(
      z.overwrite(readEmail),
      z.minLength(1, 'enterEmail'),
      z.maxLength(emailLength.max, 'emailFormat'),
    ),
  password: z
    .string('enterPassword')
    .check(z.minLength(1, 'enterPassword'), z.maxLength(1000, 'enterPassword')),
  code: z._default(z.string().check(z.maxLength(100, 'wrongCode')), ''),
  next,
  /** The submitted form of a session that had ended. */
  kept: z._default(z.string().check(z.maxLength(200_000)), ''),
});

export const forgottenSchema = z.object({ email: signInSchema.shape.email });

export const invitationSchema = z.object({
  email: emailField,
  name: nameField,
  role: z.enum(invitedRoles, 'chooseRole'),
  /** The review to invite to: gives a focal point their State, and a reviewer their assignment. */
  review: z._default(z.string().check(z.maxLength(36)), ''),
  /** The organisation of a provider, by name. */
  organisation: z._default(
    z
      .string()
      .check(
        z.overwrite(normaliseLine),
        z.maxLength(nameLength.max, { error: 'nameTooLong', abort: true }),
        z.regex(singleLinePattern, 'unreadable'),
      ),
    '',
  ),
  region: z._default(z.enum(['', ...regionCodes], 'adviserNeedsRegion'), ''),
});

export const acceptanceSchema = z.object({
  token: z.string().check(z.maxLength(100)),
  name: nameField,
  password: newPassword,
});
export const passwordSchema = z.object({
  current: z
    .string('enterPassword')
    .check(z.minLength(1, 'enterPassword'), z.maxLength(1000, 'enterPassword')),
  password: newPassword,
});
export const resetSchema = z.object({ accountId: z.string().check(z.maxLength(36)) });
export const languageSchema = z.object({ language: z.enum(locales), next });
