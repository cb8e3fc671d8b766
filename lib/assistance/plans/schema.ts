import * as z from 'zod/mini';
import { kinds, themes } from '#lib/assistance/activities/vocabulary';
import { articles } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { oneLine } from '#lib/text/one-line';
import { longestTitle } from '#lib/assistance/plans/vocabulary';

z.config({ jitless: true });

const id = z._default(z.string().check(z.maxLength(36, 'unreadable')), '');
const wrong = 'plans.errors.title';

export const planSchema = z.object({
  id,
  title: z
    .string(wrong)
    .check(
      z.trim(),
      z.minLength(1, wrong),
      z.maxLength(longestTitle, wrong),
      z.regex(oneLine, wrong),
    ),
});
const either = (codes: readonly string[]) =>
  z._default(
    z.string().check(z.refine((code) => code === '' || codes.includes(code), 'unreadable')),
    '',
  );
const numbers = articles.map(({ article }) => String(article));

/** Which unmet needs are gathered: all that fit, or the one of a reference. */
export const gatherSchema = z.object({
  id,
  region: either(regionCodes),
  article: either(['general', ...numbers]),
  category: either(categoryCodes),
  topic: z._default(z.string().check(z.maxLength(60, 'unreadable')), ''),
  reference: z._default(z.string().check(z.trim(), z.maxLength(40, 'unreadable')), ''),
});
export const removeSchema = z.object({ id, need: id });
export const makeSchema = z.object({
  id,
  theme: z.enum(themes, 'assistance.errors.chooseTheme'),
  kind: z.enum(kinds, 'assistance.errors.chooseKind'),
});
