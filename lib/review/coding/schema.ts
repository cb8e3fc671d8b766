import * as z from 'zod/mini';
import { chapterCodes, cycleOfChapter, type Chapter, type Cycle } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import {
  samplingFrames,
  maxExampleLength,
  maxSeedLength,
  maxCoders,
  type Coding,
} from '#lib/review/coding/vocabulary';
import { done, failed, type Outcome } from '#lib/base/errors';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import { needDraft, validateNeed, type Codes, type NeedFields } from '#lib/needs/model/schema';
import { cleanPasted, isStorable, normaliseLine, normaliseText } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

const wholeNumber = (max: number, message: string, tooLarge = message) =>
  z.pipe(
    z.string(message).check(
      z.overwrite(readCode),
      z.regex(/^\d{1,9}$/, message),
      z.refine((value) => !/^\d{1,9}$/.test(value) || Number(value) >= 1, message),
      z.refine((value) => !/^\d{1,9}$/.test(value) || Number(value) <= max, tooLarge),
    ),
    z.transform(Number),
  );
const optionalCode = <T extends string>(
  codes: readonly [T, ...T[]] | readonly T[],
  message: string,
) =>
  z.pipe(
    z._default(
      z
        .string(message)
        .check(z.refine((value) => value === '' || codes.includes(value as T), message)),
      '',
    ),
    z.transform((value) => (value || null) as T | null),
  );

/**
 * How to draw a sample. Without a revision, it is drawn from the current register. The form sets
 * the id.
 */
export const sampleSchema = z
  .object({
    id: z._default(z.union([z.literal(''), z.uuid()]), ''),
    drawnFrom: z.enum(samplingFrames, 'secondCoding.errors.drawnFrom'),
    cycle: z.pipe(
      z.enum(['1', '2'], 'chooseCycle'),
      z.transform((value) => Number(value) as Cycle),
    ),
    chapter: optionalCode(chapterCodes, 'unknownChapter'),
    region: optionalCode(regionCodes, 'chooseRegion'),
    share: wholeNumber(100, 'secondCoding.errors.share', 'secondCoding.errors.tooLarge'),
    seed: z
      .string('secondCoding.errors.seed')
      .check(
        z.overwrite(normaliseLine),
        z.minLength(1, 'secondCoding.errors.seed'),
        z.maxLength(maxSeedLength, { error: 'secondCoding.errors.seedTooLong', abort: true }),
        z.regex(singleLinePattern, 'unreadable'),
      ),
    coders: wholeNumber(maxCoders, 'secondCoding.errors.coders'),
    revision: z.pipe(
      z._default(
        z
          .string()
          .check(z.overwrite(readCode), z.regex(/^\d{0,9}$/, 'secondCoding.errors.revision')),
        '',
      ),
      z.transform((value) => (value === '' ? null : Number(value))),
    ),
  })
  .check((payload) => {
    const { chapter, cycle } = payload.value;
    // The field check has already refused unknown chapters, but they still get here.
    if (chapter && chapterCodes.includes(chapter) && cycleOfChapter(chapter) !== cycle)
      payload.issues.push({
        code: 'custom',
        message: 'chapterOfOtherCycle',
        path: ['chapter'],
        input: chapter,
      });
  });
export type SampleInput = z.output<typeof sampleSchema>;

/** The fields of a coding form. */
export type CodingFields = Readonly<{
  articles: readonly string[];
  category: string;
  subcategory: string;
  tags: readonly string[];
}>;
export const readCodingFields = (form: FormFields): CodingFields => ({
  articles: listOf(form, 'articles'),
  category: textOf(form, 'category'),
  subcategory: textOf(form, 'subcategory'),
  tags: listOf(form, 'tags'),
});

/** The fields of a need form with this coding, so that both follow the same rules. */
export const needFieldsForCoding = (
  chapter: Chapter,
  { articles, category, subcategory, tags }: CodingFields,
): NeedFields => ({
  chapter,
  articles: [...articles],
  category,
  subcategory,
  tags: [...tags],
  topics: [],
  types: [],
  targetGroups: [],
  priority: '',
  text: '.',
  language: 'en',
  quote: '',
  paragraph: '',
  page: '',
});

export const codingToFields = ({
  articles,
  general,
  category,
  subcategory,
  tags,
}: Coding): CodingFields => ({
  articles: [...articles.map(String), ...(general ? ['general'] : [])],
  category,
  subcategory: subcategory ?? '',
  tags: [...tags],
});

/** Parses the coding of a need of this chapter, or returns its errors. */
export function parseCoding(fields: CodingFields, chapter: Chapter, codes: Codes): Outcome<Coding> {
  const parsed = needDraft(codes).safeParse(needFieldsForCoding(chapter, fields));
  if (!parsed.success)
    return failed({
      kind: 'invalid',
      errors: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
    });
  const faults = validateNeed(parsed.data, cycleOfChapter(chapter), codes);
  if (faults.length > 0) return failed({ kind: 'invalid', errors: faults });
  const { articles, general, category, subcategory, tags } = parsed.data;
  return done({ articles, general, category: category!, subcategory, tags });
}

/** An example for the guide, as everybody will read it. */
export const exampleSchema = z.object({
  id: z.string(),
  text: z
    .pipe(
      z.string('enterText').check(z.overwrite(cleanPasted), z.refine(isStorable, 'unreadable')),
      z.transform(normaliseText),
    )
    .check(
      z.minLength(1, 'enterText'),
      z.maxLength(maxExampleLength, 'secondCoding.errors.exampleTooLong'),
    ),
  language: z.enum(locales, 'chooseLanguage'),
});
