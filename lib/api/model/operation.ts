import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { ApiScope } from '#lib/base/api-scopes';
import { done, notFound, type Outcome } from '#lib/base/errors';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import * as z from 'zod';

z.config({ jitless: true });

/** What a program has asked for, once its parameters and its body fit their schemas. */
export type Call = Readonly<{
  actor: Actor;
  locale: Locale;
  /** The segments of the address by their names. */
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  /** The version in `If-Match`. */
  version: number;
}>;

/** A file in the place of JSON. */
type FileAnswer = Readonly<{
  type: string;
  name: string;
  content: Uint8Array | ReadableStream<Uint8Array>;
}>;

export type Answer = Readonly<{
  body: unknown;
  /** The version of the one thing that is answered; its entity tag begins with it. */
  version?: number;
  /** The places of the neighbouring pages of a list, as the pages have them. */
  before?: string | null;
  after?: string | null;
  /** The places of the neighbouring pages of an answer that is more than a list. */
  links?: Readonly<{ before?: string | null; after?: string | null }>;
  /** The address of what was entered, below /api/v1. */
  location?: string;
  file?: FileAnswer;
}>;

/** What a test sends, and what the document shows. `{review}` and the like stand for real ids. */
type Example = Readonly<{
  path?: Readonly<Record<string, string>>;
  query?: string;
  body?: Readonly<Record<string, unknown>>;
}>;

export const apiTags = [
  'Needs',
  'Reviews',
  'Imports',
  'Numbers',
  'Data',
  'Vocabulary',
  'Assistance',
  'Matches',
  'Plans',
  'Notes',
  'Following',
  'Audit',
] as const;
type ApiTag = (typeof apiTags)[number];

export type Operation = Readonly<{
  id: string;
  method: 'GET' | 'POST' | 'PATCH';
  /** Below /api/v1, with `{id}` for a variable segment. */
  path: string;
  tag: ApiTag;
  /** The verb of a move; every other operation has a text of its own below `api.operations`. */
  verb?: string;
  scope: ApiScope;
  /** Whether it is answered without a token where the register is open. */
  isPublic?: boolean;
  /** The parameters of the query; a name that is missing here is refused. */
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Whether `If-Match` has to name the version that the program saw. */
  changes?: true;
  answer: z.ZodType;
  status?: 201;
  /** Media types other than JSON that it answers with. */
  media?: readonly string[];
  /** Whether a route file of its own answers it. */
  ownRoute?: true;
  example: Example;
  run: (call: Call) => Promise<Outcome<Answer>>;
}>;

/** Keeps the exact types of an operation out of the table. */
export const operation = (described: Operation): Operation => described;

/** Answers with one thing, or as if it did not exist. */
export const answerWith = <T>(
  found: T | null | undefined,
  toBody: (found: T) => unknown,
  versionOf?: (found: T) => number,
): Outcome<Answer> =>
  found === null || found === undefined
    ? notFound
    : done({ body: toBody(found), ...(versionOf ? { version: versionOf(found) } : {}) });

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((each) => each !== null && each !== undefined)
    .map((each) => (typeof each === 'boolean' ? (each ? '1' : '') : String(each)));

/** The body as the fields of the page's form, so that both are read by the same function. */
export const formOf = ({ body, version }: Call): FormFields => ({
  ...Object.fromEntries(Object.entries(body).map(([name, value]) => [name, textsOf(value)])),
  version: [String(version)],
});

/** The values of a query parameter, by the names of the page. */
export const queryOf = (query: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
