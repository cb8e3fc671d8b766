import * as z from 'zod/mini';
import {
  assistanceUnits,
  shareBases,
  bindableKinds,
  claimKinds,
  shareComparisons,
  countedUnits,
  dimensions,
  editionFacts,
} from '#lib/notes/model/vocabulary';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { readCode } from '#lib/text/written';

z.config({ jitless: true });

const code = z._default(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(80, { error: 'notes.errors.code', abort: true }),
      z.regex(/^[\w.;-]*$/, 'notes.errors.code'),
    ),
  '',
);
const codes = z._default(
  z
    .array(
      z
        .string()
        .check(
          z.maxLength(80, { error: 'notes.errors.code', abort: true }),
          z.regex(/^[\w.;-]+$/, 'notes.errors.code'),
        ),
    )
    .check(z.maxLength(60, 'notes.errors.code')),
  [],
);
const number = (max: number) =>
  z._default(
    z.pipe(
      z.string().check(z.overwrite(readCode), z.regex(/^\d{0,9}$/, 'notes.errors.number')),
      z.pipe(z.transform(Number), z.number().check(z.lte(max, 'notes.errors.number'))),
    ),
    0,
  );
const checkbox = z.pipe(
  z._default(z.string().check(z.maxLength(10)), ''),
  z.transform((value) => value === 'yes'),
);

const filterFields = {
  regions: codes,
  category: code,
  subcategory: code,
  topic: code,
  type: code,
  tag: code,
  article: code,
  row: code,
  status: z._default(z.enum(['', ...needStatuses], 'notes.errors.code'), ''),
  since: checkbox,
};
const blockFields = {
  id: z.string().check(z.maxLength(64)),
  key: z.string().check(z.maxLength(120)),
  version: z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)),
};

const reason = z._default(
  z
    .string()
    .check(
      z.overwrite(normaliseLine),
      z.maxLength(500, { error: 'notes.errors.lineTooLong', abort: true }),
      z.regex(singleLinePattern, 'unreadable'),
    ),
  '',
);

export const valueSchema = z.object({
  ...blockFields,
  ...filterFields,
  kind: z.enum(bindableKinds, 'notes.errors.kind'),
  of: z._default(z.enum(countedUnits, 'notes.errors.of'), 'needs'),
  over: z._default(z.enum(dimensions, 'notes.errors.over'), 'article'),
  order: z._default(z.enum(['most', 'fewest'], 'notes.errors.kind'), 'most'),
  from: number(99),
  to: number(99),
  say: z._default(z.enum(['name', 'count', 'share', 'both'], 'notes.errors.kind'), 'name'),
  which: z._default(z.enum(['with', 'without'], 'notes.errors.kind'), 'with'),
  base: z._default(z.enum(shareBases, 'notes.errors.base'), 'all'),
  as: z._default(z.enum(['before', 'change'], 'notes.errors.kind'), 'change'),
  fact: z._default(z.enum(editionFacts, 'notes.errors.kind'), 'cutoff'),
  assisted: z._default(z.enum(assistanceUnits, 'notes.errors.kind'), 'activities'),
  theme: code,
  item: code,
  reference: code,
  number: number(999_999_999),
  reason,
});
export type ValueInput = z.output<typeof valueSchema>;

export const claimSchema = z.object({
  ...blockFields,
  ...filterFields,
  kind: z.enum(claimKinds, 'notes.errors.kind'),
  of: z._default(z.enum(countedUnits, 'notes.errors.of'), 'needs'),
  over: z._default(z.enum(dimensions, 'notes.errors.over'), 'article'),
  order: z._default(z.enum(['most', 'fewest'], 'notes.errors.kind'), 'most'),
  place: number(99),
  alone: checkbox,
  item: code,
  items: codes,
  each: z.pipe(
    z._default(z.enum(['', ...dimensions], 'notes.errors.over'), ''),
    z.transform((value) => value || undefined),
  ),
  is: z._default(z.enum(shareComparisons, 'notes.errors.kind'), 'more'),
  percent: number(100),
  base: z._default(z.enum(shareBases, 'notes.errors.base'), 'all'),
  than: z._default(z.enum(['rest', 'region'], 'notes.errors.kind'), 'region'),
  thanRegions: codes,
  reason,
});
export type ClaimInput = z.output<typeof claimSchema>;
