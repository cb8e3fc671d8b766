import 'server-only';
import * as z from 'zod';
import {
  activityStatuses,
  confirmations,
  degrees,
  matchStates,
} from '#lib/needs/fulfilment/vocabulary';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { cellParameterNames, pageParameterNames } from '#lib/counting/filter/parameters';
import { requests, statuses, targetGroups, verbs } from '#lib/needs/model/vocabulary';
import { audiences, documentFormats, noteStatuses } from '#lib/notes/model/vocabulary';

z.config({ jitless: true });

const longestText = 20_000;
const mostCodes = 100;

const instant = z.iso.datetime().meta({ description: 'An instant in UTC' });
export const day = z.iso.date();
export const id = z.string().max(64);
const code = z.string().max(60);
const codes = z.array(code).max(mostCodes);
const language = z.enum(locales);
const longText = z.string().max(longestText);

/** The names of a term in the six languages. */
const names = z.object(
  Object.fromEntries(locales.map((locale) => [locale, z.string()])) as Record<
    (typeof locales)[number],
    z.ZodString
  >,
);

const contentShape = {
  chapter: z.enum(chapterCodes).nullable(),
  articles: z.array(z.int().min(1).max(99)).max(60),
  general: z.boolean().meta({ description: 'Whether it is of the chapter in general' }),
  category: z.enum(categoryCodes).nullable(),
  subcategory: code.nullable(),
  topics: codes,
  types: codes,
  tags: codes,
  targetGroups: z.array(z.enum(targetGroups)).max(mostCodes),
  priority: z.int().min(1).max(999).nullable(),
  text: longText.nullable(),
  language: language.nullable(),
  quote: longText.nullable(),
  paragraph: longText.nullable(),
  page: z.int().min(1).max(9999).nullable(),
};

const needContent = z.object(contentShape);
/** The content in a body: what is left out stays as it is. */
export const givenContent = z.strictObject(contentShape).partial();

export const needSchema = z
  .object({
    id,
    reference: z.string().nullable(),
    status: z.enum(statuses),
    version: z.int(),
    working: z.boolean().meta({ description: 'Whether this is the working version' }),
    review: id,
    state: z.string(),
    cycle: z.union([z.literal(1), z.literal(2)]),
    request: z.enum(requests).nullable(),
    closed: z.boolean(),
    updatedAt: instant,
    ...contentShape,
  })
  .meta({ id: 'Need' });

export const historySchema = z
  .object({
    version: z.int(),
    verb: z.enum([...verbs, 'enter']),
    status: z.enum(statuses),
    reason: z.string().nullable(),
    by: z.string(),
    at: instant,
    content: needContent,
  })
  .meta({ id: 'NeedVersion' });

export const reviewSchema = z
  .object({
    id,
    state: z.string(),
    region: z.enum(regionCodes),
    cycle: z.union([z.literal(1), z.literal(2)]),
    symbol: z.string().nullable(),
    completedOn: day.nullable(),
    publishedOn: day.nullable(),
    entryDueOn: day.nullable(),
    decisionDueOn: day.nullable(),
    openedAt: instant,
    closedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Review' });

export const stateSchema = z
  .object({
    code: z.string(),
    m49: z.string().nullable(),
    region: z.enum(regionCodes).nullable(),
    names,
  })
  .meta({ id: 'State' });

const term = z.object({ code, names });
export const vocabularySchema = z
  .object({
    subcategories: z.array(z.object({ code, names, category: z.enum(categoryCodes) })),
    topics: z.array(term),
    types: z.array(term),
    tags: z.array(term),
  })
  .meta({ id: 'Vocabulary' });

export const activitySchema = z
  .looseObject({
    id,
    reference: z.string(),
    version: z.int(),
    updatedAt: instant,
    provider: z.string().nullable(),
    title: z.string(),
    status: z.enum(activityStatuses),
  })
  .meta({ id: 'Activity' });

export const matchSchema = z
  .object({
    id,
    version: z.int(),
    state: z.enum(matchStates),
    degree: z.enum(degrees),
    confirmation: z.enum(confirmations),
    createdAt: instant,
    updatedAt: instant,
    need: z.object({ id, reference: z.string().nullable(), state: z.string() }),
    activity: z.object({ id, reference: z.string(), title: z.string().nullable() }),
  })
  .meta({ id: 'Match' });

export const planSchema = z
  .object({
    id,
    title: z.string(),
    version: z.int(),
    createdAt: instant,
    by: z.string(),
    activity: z.string().nullable(),
  })
  .meta({ id: 'Plan' });

export const hubSchema = z
  .looseObject({ id, version: z.int(), updatedAt: instant, name: z.string(), kind: z.string() })
  .meta({ id: 'Hub' });

export const editionSchema = z
  .object({
    id,
    status: z.enum(noteStatuses),
    audience: z.enum(audiences),
    symbol: z.string(),
    title: z.partialRecord(language, z.string()),
    session: z.int(),
    cycle: z.union([z.literal(1), z.literal(2)]),
    chapters: z.array(z.enum(chapterCodes)),
    cutoff: z.string(),
    languages: z.array(language),
    version: z.int(),
    revision: z.int().nullable().meta({ description: 'The revision that its readers are told' }),
    publishedAt: instant.nullable(),
  })
  .meta({ id: 'Edition' });

export const documentSchema = z
  .object({
    language,
    format: z.enum(documentFormats),
    revision: z.int(),
    size: z.int(),
    sha256: z.string(),
    madeAt: instant,
  })
  .meta({ id: 'NoteDocument' });

/** The parameters by which a page of a list is asked for. */
export const placeParameters = {
  after: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The place that the page comes after' }),
  before: z.string().max(200).optional().meta({ description: 'The place that it comes before' }),
};
export const limitParameter = z
  .string()
  .regex(/^(?:[1-9]\d?|1\d\d|200)$/)
  .optional()
  .meta({ description: 'How many at most, from 1 to 200; 50 by itself' });
export const fieldsParameter = z
  .string()
  .regex(/^[A-Za-z]+(?:,[A-Za-z]+)*$/)
  .max(500)
  .optional()
  .meta({ description: 'The names of the fields that are answered, with commas between' });

const place = z.string().nullable();
/** A page of a list. */
export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), before: place, after: place });

export const reasonBody = z.strictObject({ reason: z.string().max(10_000).optional() });

const parameter = z.string().max(1000).optional();
/** The filters of numbers, by the names of the pages; not those of a single cell. */
export const numberQuery = z.object(
  Object.fromEntries(
    pageParameterNames
      .filter((name) => !cellParameterNames.some((cell) => cell === name))
      .map((name) => [name, parameter]),
  ),
);

export const citationSchema = z
  .object({
    address: z.string().meta({ description: 'The lasting address, of this cut-off and revision' }),
    cutoff: day,
    revision: z.int(),
    text: z.string(),
    bibtex: z.string(),
    ris: z.string(),
  })
  .meta({ id: 'Citation' });
