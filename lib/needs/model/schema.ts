import { cleanPasted, isStorable, normaliseText } from '#lib/text/normalise';
import { readWholeNumber } from '#lib/text/written';
import {
  array,
  config,
  custom,
  type input,
  maxLength,
  NEVER,
  object,
  overwrite,
  pipe,
  refine,
  string,
  transform,
} from 'zod/mini';
import { categoryCodes, type Category } from '#lib/convention/categories';
import {
  chapterCodes,
  chapterOfArticle,
  cycleOfChapter,
  type Chapter,
  type Cycle,
} from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import { maximumLength, targetGroups, type TargetGroup } from '#lib/needs/model/vocabulary';

// zod probes for eval, which the content security policy forbids.
config({ jitless: true });

/**
 * The content of a need. A draft may be incomplete or contradictory; `validateNeed` lists its
 * faults.
 */
export type NeedContent = Readonly<{
  chapter: Chapter | null;
  articles: readonly number[];
  general: boolean;
  category: Category | null;
  subcategory: string | null;
  topics: readonly string[];
  types: readonly string[];
  tags: readonly string[];
  targetGroups: readonly TargetGroup[];
  priority: number | null;
  text: string | null;
  language: Locale | null;
  quote: string | null;
  paragraph: string | null;
  /** The page of the passage in the file of the executive summary. */
  page: number | null;
}>;

/** The codes in force that a need can refer to. */
export type Codes = Readonly<{
  subcategories: readonly Readonly<{ code: string; category: Category }>[];
  topics: readonly string[];
  types: readonly string[];
  tags: readonly string[];
}>;

/**
 * A draft may hold much longer texts than can be submitted, so that nobody loses what they typed.
 */
const maximumDraftLength = 20_000;
const longText = pipe(
  string('unreadable').check(
    overwrite(cleanPasted),
    maxLength(maximumDraftLength, 'tooLong'),
    refine(isStorable, 'unreadable'),
  ),
  transform((value) => normaliseText(value) || null),
);
const optionalCode = <T extends string>(allowed: readonly T[], message: string) =>
  pipe(
    string(message).check(refine((value) => value === '' || allowed.includes(value as T), message)),
    transform((value) => (value === '' ? null : (value as T))),
  );
const codeList = <T extends string>(allowed: readonly T[], message: string) =>
  pipe(
    array(string(message), message).check(
      maxLength(100, message),
      refine((values) => values.every((value) => allowed.includes(value as T)), message),
    ),
    transform((values) => allowed.filter((code) => values.includes(code))),
  );
const provisions = array(string('unknownArticle'), 'unknownArticle').check(
  maxLength(60, 'unknownArticle'),
  refine(
    (values) =>
      values.every(
        (value) =>
          value === 'general' ||
          (/^\d{1,2}$/.test(value) && chapterOfArticle(Number(value)) !== undefined),
      ),
    'unknownArticle',
  ),
);
/** Longer than any number that somebody writes, blanks included; looked at before all else. */
const maximumDigitsWritten = 100;

const wholeNumber = (digits: number, message: string) =>
  pipe(
    string(message).check(
      refine((value) => {
        if (value.length > maximumDigitsWritten) return false;
        const number = readWholeNumber(value);
        return number === null || (number !== undefined && number >= 1 && number < 10 ** digits);
      }, message),
    ),
    transform((value) => readWholeNumber(value) ?? null),
  );

/** The values of the form: strings and lists of strings; a field left open is empty. */
const needFields = (codes: Codes) =>
  object({
    quote: longText,
    paragraph: longText,
    page: wholeNumber(4, 'pageNumber'),
    text: longText,
    language: optionalCode(locales, 'unknownLanguage'),
    chapter: optionalCode(chapterCodes, 'unknownChapter'),
    articles: provisions,
    category: optionalCode(categoryCodes, 'unknownCategory'),
    subcategory: optionalCode(
      codes.subcategories.map(({ code }) => code),
      'unknownSubcategory',
    ),
    types: codeList(codes.types, 'unknownType'),
    topics: codeList(codes.topics, 'unknownTopic'),
    tags: codeList(codes.tags, 'unknownTag'),
    targetGroups: codeList(targetGroups, 'unknownTargetGroup'),
    priority: wholeNumber(3, 'priorityNumber'),
  });

export type NeedFields = input<ReturnType<typeof needFields>>;

/** Parses a draft: known codes and readable texts, complete or not. */
export const needDraft = (codes: Codes) =>
  pipe(
    needFields(codes),
    transform(({ articles, ...rest }): NeedContent => ({
      ...rest,
      general: articles.includes('general'),
      articles: [...new Set(articles.filter((value) => value !== 'general').map(Number))].sort(
        (a, b) => a - b,
      ),
    })),
  );

type FieldFault = Readonly<{ field: keyof NeedFields; message: string }>;

/**
 * Returns everything that prevents a need of this cycle from being submitted, in the order of the
 * form.
 */
export function validateNeed(need: NeedContent, cycle: Cycle, codes: Codes): FieldFault[] {
  const subcategories = codes.subcategories
    .filter(({ category }) => category === need.category)
    .map(({ code }) => code);
  const checks: readonly [boolean, keyof NeedFields, string][] = [
    [(need.quote?.length ?? 0) > maximumLength.quote, 'quote', 'quoteTooLong'],
    [(need.paragraph?.length ?? 0) > maximumLength.paragraph, 'paragraph', 'paragraphTooLong'],
    [need.text === null, 'text', 'enterText'],
    [(need.text?.length ?? 0) > maximumLength.text, 'text', 'textTooLong'],
    [need.text !== null && need.language === null, 'language', 'chooseLanguage'],
    [need.chapter === null, 'chapter', 'chooseChapter'],
    [
      need.chapter !== null && cycleOfChapter(need.chapter) !== cycle,
      'chapter',
      'chapterOfOtherCycle',
    ],
    [need.articles.length === 0 && !need.general, 'articles', 'chooseArticle'],
    [need.articles.length > 0 && need.general, 'articles', 'articlesOrChapter'],
    [
      need.chapter !== null &&
        need.articles.some((article) => chapterOfArticle(article) !== need.chapter),
      'articles',
      'articleOfOtherChapter',
    ],
    [need.category === null, 'category', 'chooseCategory'],
    [need.subcategory === null && subcategories.length > 0, 'subcategory', 'chooseSubcategory'],
    [
      need.subcategory !== null && !subcategories.includes(need.subcategory),
      'subcategory',
      'subcategoryOfOtherCategory',
    ],
    [
      need.types.length > 0 && need.category !== 'capacity-building',
      'types',
      'typesOfCapacityBuildingOnly',
    ],
  ];
  return checks.flatMap(([amiss, field, message]) => (amiss ? [{ field, message }] : []));
}

type Issues = readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[];

/** The faults of single fields, the first of each field. */
export const draftFaults = (issues: Issues): FieldFault[] => [
  ...new Map(
    issues
      .toReversed()
      .map(({ path, message }) => [path[0], { field: path[0] as keyof NeedFields, message }]),
  ).values(),
];

/**
 * Returns the faults of wrong fields together with those of empty ones and of such as do not fit
 * each other, in the order of the form.
 */
export function faultsOfForm(
  fields: NeedFields,
  wrong: readonly FieldFault[],
  cycle: Cycle,
  codes: Codes,
): FieldFault[] {
  const emptyForm = parseNeedFields({});
  const isWrong = (name: keyof NeedFields) => wrong.some(({ field }) => field === name);
  const names = Object.keys(emptyForm) as (keyof NeedFields)[];
  const readable = needDraft(codes).safeParse(
    Object.fromEntries(names.map((name) => [name, (isWrong(name) ? emptyForm : fields)[name]])),
  );
  if (!readable.success) return [...wrong];
  const others = validateNeed(readable.data, cycle, codes).filter(({ field }) => !isWrong(field));
  return [...wrong, ...others].toSorted((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
}

/**
 * The schema of a need that can be submitted: its content, or all that is wrong with the form. The
 * browser and the server use it alike.
 */
export const needComplete = (cycle: Cycle, codes: Codes) =>
  pipe(
    custom<NeedFields>(() => true),
    transform((fields, context): NeedContent => {
      const draft = needDraft(codes).safeParse(fields);
      const faults = draft.success
        ? validateNeed(draft.data, cycle, codes)
        : faultsOfForm(fields, draftFaults(draft.error.issues), cycle, codes);
      for (const { field, message } of faults)
        context.issues.push({ code: 'custom', message, path: [field], input: fields });
      return draft.success ? draft.data : NEVER;
    }),
  );

/** Converts stored content to the values of the form. */
export const fieldsOf = (need: NeedContent): NeedFields => ({
  quote: need.quote ?? '',
  paragraph: need.paragraph ?? '',
  page: need.page === null ? '' : String(need.page),
  text: need.text ?? '',
  language: need.language ?? '',
  chapter: need.chapter ?? '',
  articles: [...need.articles.map(String), ...(need.general ? ['general'] : [])],
  category: need.category ?? '',
  subcategory: need.subcategory ?? '',
  types: [...need.types],
  topics: [...need.topics],
  tags: [...need.tags],
  targetGroups: [...need.targetGroups],
  priority: need.priority === null ? '' : String(need.priority),
});

/** Reads the fields of a need from a submitted form. */
export const parseNeedFields = (form: FormFields): NeedFields => ({
  quote: textOf(form, 'quote'),
  paragraph: textOf(form, 'paragraph'),
  page: textOf(form, 'page'),
  text: textOf(form, 'text'),
  language: textOf(form, 'language'),
  chapter: textOf(form, 'chapter'),
  articles: listOf(form, 'articles'),
  category: textOf(form, 'category'),
  subcategory: textOf(form, 'subcategory'),
  types: listOf(form, 'types'),
  topics: listOf(form, 'topics'),
  tags: listOf(form, 'tags'),
  targetGroups: listOf(form, 'targetGroups'),
  priority: textOf(form, 'priority'),
});

type CodedTerms = readonly Readonly<{ code: string }>[];
/** Reduces a vocabulary with names to its codes. */
export const vocabularyCodes = ({
  subcategories,
  topics,
  types,
  tags,
}: {
  subcategories: Codes['subcategories'];
  topics: CodedTerms;
  types: CodedTerms;
  tags: CodedTerms;
}): Codes => {
  const codes = (terms: CodedTerms) => terms.map(({ code }) => code);
  return {
    subcategories: subcategories.map(({ code, category }) => ({ code, category })),
    topics: codes(topics),
    types: codes(types),
    tags: codes(tags),
  };
};
