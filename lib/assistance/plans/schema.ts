import * as z from 'zod/mini';
import { kinds, themes } from '#lib/assistance/activities/vocabulary';
import { articles } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { oneLine } from '#lib/text/one-line';
import { longestTitle } from '#lib/assistance/plans/vocabulary';

z.config({ jitless: true });

const id = z._default(z.string().check(z.maxLength(36, 'unreadable')), '');
const titleError = 'plans.errors.title';

export const planSchema = z.object({
  id,
  title: z
    .string(titleError)
    .check(
      z.trim(),
      z.minLength(1, titleError),
      z.maxLength(longestTitle, titleError),
      z.regex(oneLine, titleError),
    ),
});
const optionalCode = (codes: readonly string[]) =>
  z._default(
    z.string().check(z.refine((code) => code === '' || codes.includes(code), 'unreadable')),
    '',
  );
const articleCodes = articles.map(({ article }) => String(article));

/** Which unmet needs to add: all that match, or the one with the reference. */
export const gatherSchema = z.object({
  id,
  region: optionalCode(regionCodes),
  article: optionalCode(['general', ...articleCodes]),
  category: optionalCode(categoryCodes),
  topic: z._default(z.string().check(z.maxLength(60, 'unreadable')), ''),
  reference: z._default(z.string().check(z.trim(), z.maxLength(40, 'unreadable')), ''),
});
export const removeSchema = z.object({ id, need: id });
export const makeSchema = z.object({
  id,
  theme: z.enum(themes, 'assistance.errors.chooseTheme'),
  kind: z.enum(kinds, 'assistance.errors.chooseKind'),
});
