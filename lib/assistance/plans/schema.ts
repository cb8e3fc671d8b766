import * as z from 'zod/mini';
import { activityKinds, themes } from '#lib/assistance/activities/vocabulary';
import { articles } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { maxTitleLength } from '#lib/assistance/plans/vocabulary';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

const id = z._default(z.string().check(z.maxLength(36, 'unreadable')), '');
const titleError = 'plans.errors.title';

export const planSchema = z.object({
  id,
  title: z
    .string(titleError)
    .check(
      z.overwrite(normaliseLine),
      z.minLength(1, titleError),
      z.maxLength(maxTitleLength, titleError),
      z.regex(singleLinePattern, titleError),
    ),
});
const optionalCode = (codes: readonly string[]) =>
  z._default(
    z.string().check(z.refine((code) => code === '' || codes.includes(code), 'unreadable')),
    '',
  );
const articleCodes = articles.map(({ article }) => String(article));

/** Which unmet needs to add: all that match, or the one with the reference. */
export const addNeedsSchema = z.object({
  id,
  region: optionalCode(regionCodes),
  article: optionalCode(['general', ...articleCodes]),
  category: optionalCode(categoryCodes),
  topic: z._default(z.string().check(z.maxLength(60, 'unreadable')), ''),
  reference: z._default(z.string().check(z.overwrite(readCode), z.maxLength(40, 'unreadable')), ''),
});
export const removeNeedSchema = z.object({ id, need: id });
export const createActivitySchema = z.object({
  id,
  theme: z.enum(themes, 'assistance.errors.chooseTheme'),
  kind: z.enum(activityKinds, 'assistance.errors.chooseKind'),
});
