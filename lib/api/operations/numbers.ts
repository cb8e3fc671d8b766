import 'server-only';
import * as z from 'zod';
import {
  citationSchema,
  fieldsParameter,
  numberQuery,
  stateSchema,
  vocabularySchema,
} from '#lib/api/model/fields';
import { operation, type Answer, type Call } from '#lib/api/model/operation';
import { citation } from '#lib/api/data/citation';
import { done, failed, invalid, notFound, type Outcome } from '#lib/base/errors';
import { regionCodes } from '#lib/convention/regions';
import { conventionStates } from '#lib/convention/states';
import {
  countForPage,
  parsePageRequest,
  trendsForPage,
} from '#lib/counting/summaries/page-queries';
import { figureNamed } from '#lib/counting/summary-figures/named';
import { chaptersName } from '#lib/counting/filter/page-query';
import { rowCells } from '#lib/documents/figures/table';
import type { FigureCell } from '#lib/documents/figures/figure';
import { vocabulary } from '#lib/needs/store/queries';
import { termNamesOf } from '#lib/needs/terms/queries';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';

const ofRegion = { region: z.enum(regionCodes), needs: z.int() };
const byRegion = z.array(z.looseObject(ofRegion));
const byCategory = z.record(z.string(), z.int());
const counted = { needs: z.int(), states: z.int(), byRegion, byCategory };
const summarySchema = z
  .looseObject({
    cutoff: z.string().nullable(),
    cycle: z.int(),
    chapter: z.string(),
    revision: z.int(),
    totals: z.object({ summaries: z.int(), statesWithNeeds: z.int(), needs: z.int() }),
    regions: z.array(z.looseObject({ ...ofRegion, summaries: z.int(), statesWithNeeds: z.int() })),
    categories: z.array(
      z.looseObject({ category: z.string(), needs: z.int(), states: z.int(), byRegion }),
    ),
    articles: z.array(z.looseObject({ article: z.string(), ...counted })),
    tags: z.array(z.looseObject({ tag: z.string(), ...counted })),
    topics: z.array(z.looseObject({ topic: z.string(), ...counted })),
    statuses: z.array(z.looseObject({ status: z.string(), needs: z.int() })),
  })
  .meta({ id: 'Summary' });

const unmetSchema = z
  .looseObject({
    cutoff: z.string().nullable(),
    cycle: z.int(),
    chapter: z.string(),
    revision: z.int(),
    needs: z.int(),
  })
  .meta({ id: 'Unmet' });

const cell = z.union([z.string(), z.number(), z.null()]);
const figureSchema = z
  .object({
    figure: z.string(),
    revision: z.int(),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.object({ code: z.string().nullable(), cells: z.array(cell) })),
  })
  .meta({ id: 'Figure' });

function cellValue(value: FigureCell): string | number | null {
  if (typeof value === 'string') return value;
  return 'count' in value ? value.count : value.percent;
}

/** The table of a figure, by the same count, filter and functions as on its page. */
async function readFigure({ actor, locale, path, query }: Call): Promise<Outcome<Answer>> {
  const name = path.figure!;
  const named = figureNamed(name);
  if (!named) return notFound;
  const { region, chapter, build } = named;
  const request = await parsePageRequest(actor, query, { region, chapter });
  if (request.faults.length > 0) {
    const errors = request.faults.map(({ parameter: field }) => ({
      field,
      message: 'api.faults.value',
    }));
    return failed({ kind: 'invalid', errors });
  }
  const count = countForPage(actor, request);
  const context = {
    locale,
    t: translator(locale),
    count,
    chapter: chaptersName(request.parameters.chapters),
    query: '',
  };
  const figure = build(context, {
    names: await termNamesOf(actor, locale),
    years: () => trendsForPage(actor, request, 'year'),
  });
  if (!figure?.table) return notFound;
  const { columns, rows } = figure.table;
  return done({
    body: {
      figure: name,
      revision: count.revision,
      caption: figure.caption,
      columns: columns.map(({ text }) => text),
      rows: rows.map((row) => ({ code: row.code ?? null, cells: rowCells(row).map(cellValue) })),
    },
  });
}

/** How the numbers of an address are cited, as they are at this revision. */
async function citeNumbers({ actor, locale, path, query }: Call): Promise<Outcome<Answer>> {
  const named = path.figure === undefined ? undefined : figureNamed(path.figure);
  if (path.figure !== undefined && !named) return notFound;
  const { region, chapter } = named ?? {};
  const request = await parsePageRequest(actor, query, {
    ...(region === undefined ? {} : { region }),
    ...(chapter === undefined ? {} : { chapter }),
  });
  if (request.faults.length > 0) {
    const [fault] = request.faults;
    return invalid(fault!.parameter, 'api.faults.value');
  }
  const { revision } = countForPage(actor, request);
  const cutoff = request.parameters.cutoff ?? today();
  const lasting = new URLSearchParams(query);
  lasting.set('cutoff', cutoff);
  lasting.set('revision', String(revision));
  lasting.sort();
  const at = path.figure === undefined ? 'summaries' : `summaries/figures/${path.figure}`;
  const shown =
    path.figure === undefined
      ? done({ body: null })
      : await readFigure({ actor, locale, path, query, body: {}, version: 0 });
  if (!shown.ok) return shown;
  const { caption } = (shown.value.body ?? {}) as Readonly<{ caption?: string }>;
  const title = caption ?? translator(locale)('api.citation.numbers');
  return done({
    body: citation({ locale, kind: 'data', title, path: `${at}?${lasting}`, cutoff, revision }),
  });
}

export const numberOperations = [
  operation({
    id: 'read-summary',
    method: 'GET',
    path: '/summary',
    tag: 'Numbers',
    scope: 'read',
    isPublic: true,
    ownRoute: true,
    query: numberQuery,
    answer: summarySchema,
    example: { query: 'cycle=2&chapter=II' },
    run: async () => notFound,
  }),
  operation({
    id: 'read-unmet',
    method: 'GET',
    path: '/unmet',
    tag: 'Numbers',
    scope: 'read',
    isPublic: true,
    ownRoute: true,
    query: numberQuery,
    answer: unmetSchema,
    example: { query: 'cycle=2&chapter=II' },
    run: async () => notFound,
  }),
  operation({
    id: 'read-figure',
    method: 'GET',
    path: '/figures/{figure}',
    tag: 'Numbers',
    scope: 'read',
    isPublic: true,
    query: numberQuery,
    answer: figureSchema,
    example: { path: { figure: 'figure-1' }, query: 'cycle=2&chapter=II' },
    run: readFigure,
  }),
  operation({
    id: 'cite-summary',
    method: 'GET',
    path: '/citations/summary',
    tag: 'Numbers',
    scope: 'read',
    isPublic: true,
    query: numberQuery,
    answer: citationSchema,
    example: { query: 'cycle=2&chapter=II' },
    run: citeNumbers,
  }),
  operation({
    id: 'cite-figure',
    method: 'GET',
    path: '/citations/figures/{figure}',
    tag: 'Numbers',
    scope: 'read',
    isPublic: true,
    query: numberQuery,
    answer: citationSchema,
    example: { path: { figure: 'figure-1' }, query: 'cycle=2&chapter=II' },
    run: citeNumbers,
  }),
  operation({
    id: 'list-states',
    method: 'GET',
    path: '/states',
    tag: 'Vocabulary',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: z.array(stateSchema),
    example: {},
    run: async () => done({ body: conventionStates }),
  }),
  operation({
    id: 'read-vocabulary',
    method: 'GET',
    path: '/vocabulary',
    tag: 'Vocabulary',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: vocabularySchema,
    example: {},
    run: async ({ actor }) => done({ body: await vocabulary(actor) }),
  }),
];
