import 'server-only';
import * as z from 'zod';
import { dataCatalogue } from '#lib/api/data/catalogue';
import { countWorkbook } from '#lib/api/data/count-workbook';
import { needLines, needsMetadata } from '#lib/api/data/needs-file';
import { observationsOf, sdmxColumns, sdmxRow } from '#lib/api/data/observations';
import { dataStructure } from '#lib/api/data/structure';
import { numberQuery } from '#lib/api/fields';
import { operation, queryOf, type Answer, type Call } from '#lib/api/operation';
import { environment } from '#lib/base/env';
import { done, failed, invalid, type Outcome } from '#lib/base/errors';
import { countForPage, parsePageRequest } from '#lib/counting/summaries/page-queries';
import { mediaTypes } from '#lib/files/media-types';
import { streamLines } from '#lib/http/stream-lines';
import { recordExport } from '#lib/needs/lists/list-commands';
import { parseListParameters, toListQuery } from '#lib/needs/lists/list-parameters';
import { loadListChoices } from '#lib/needs/lists/list-queries';
import { listFilters, listSorts, listViews } from '#lib/needs/model/vocabulary';
import { byteOrderMark, csvLine } from '#lib/text/csv';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';

const mark = z
  .enum(['0', '1'])
  .optional()
  .meta({ description: 'Whether the file begins with a byte order mark' });
const text = z.string();
const loose = z.looseObject({});

/** The count that the parameters describe, and the day that it is of. */
async function countFor({ actor, query }: Call) {
  const { bom: _bom, ...sent } = Object.fromEntries(query);
  const request = await parsePageRequest(actor, new URLSearchParams(sent), {});
  const errors = request.faults.map(({ parameter }) => {
    return { field: parameter, message: 'api.faults.value' };
  });
  if (errors.length > 0) return failed({ kind: 'invalid', errors });
  const period = request.parameters.cutoff ?? today();
  return done({ count: countForPage(actor, request), period, filters: Object.entries(sent) });
}

async function countCsv(call: Call): Promise<Outcome<Answer>> {
  const counted = await countFor(call);
  if (!counted.ok) return counted;
  const { count, period } = counted.value;
  const rows = observationsOf(count).map((each) => csvLine(sdmxRow(each, period)));
  const start = call.query.get('bom') === '1' ? byteOrderMark : '';
  const content = new TextEncoder().encode(start + csvLine(sdmxColumns) + rows.join(''));
  const name = `needs-count-${count.revision}.csv`;
  return done({ body: null, file: { type: mediaTypes.csv, name, content } });
}

async function countXlsx(call: Call): Promise<Outcome<Answer>> {
  const counted = await countFor(call);
  if (!counted.ok) return counted;
  const { locale } = call;
  const content = await countWorkbook({ locale, t: translator(locale), ...counted.value });
  const name = `needs-count-${counted.value.count.revision}.xlsx`;
  return done({ body: null, file: { type: mediaTypes.xlsx, name, content } });
}

async function needsCsv({ actor, query }: Call): Promise<Outcome<Answer>> {
  const { known } = await loadListChoices(actor);
  const { bom: _bom, ...sent } = queryOf(query);
  const { parameters, faults } = parseListParameters(sent, known);
  if (faults[0]) return invalid(faults[0].name, 'api.faults.value');
  const { list, filter, sort } = toListQuery({ ...parameters, at: undefined });
  await recordExport(actor, { path: '/api/v1/data/needs.csv', query: `?${query}` });
  const lines = needLines(actor, { list, filter, sort }, query.get('bom') === '1');
  const content = streamLines(lines);
  return done({
    body: null,
    file: { type: mediaTypes.csv, name: `needs-${today()}.csv`, content },
  });
}

export const dataOperations = [
  operation({
    id: 'download-needs',
    method: 'GET',
    path: '/data/needs.csv',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    query: z.object({
      ...Object.fromEntries(listFilters.map((name) => [name, z.string().max(200).optional()])),
      show: z.enum(listViews).optional(),
      sort: z.enum(listSorts).optional(),
      bom: mark,
    }),
    answer: text,
    media: ['text/csv'],
    example: { query: 'show=all&sort=reference' },
    run: needsCsv,
  }),
  operation({
    id: 'describe-needs',
    method: 'GET',
    path: '/data/needs.csv-metadata.json',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    answer: loose,
    example: {},
    run: async () => done({ body: needsMetadata('needs.csv') }),
  }),
  operation({
    id: 'download-count',
    method: 'GET',
    path: '/data/needs-count.csv',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    query: numberQuery.extend({ bom: mark }),
    answer: text,
    media: ['text/csv'],
    example: { query: 'cycle=2&chapter=II' },
    run: countCsv,
  }),
  operation({
    id: 'download-count-workbook',
    method: 'GET',
    path: '/data/needs-count.xlsx',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    query: numberQuery,
    answer: text,
    media: [mediaTypes.xlsx],
    example: { query: 'cycle=2&chapter=II' },
    run: countXlsx,
  }),
  operation({
    id: 'describe-count',
    method: 'GET',
    path: '/data/structure',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    answer: loose,
    example: {},
    run: async () => done({ body: dataStructure() }),
  }),
  operation({
    id: 'read-catalogue',
    method: 'GET',
    path: '/data/catalogue',
    tag: 'Data',
    scope: 'read',
    isPublic: true,
    answer: loose,
    example: {},
    run: async () => {
      const { origin } = environment().publicUrl;
      const about = translator('en')('api.data.about');
      const name = (locale: Parameters<typeof translator>[0]) => translator(locale)('site.name');
      return done({ body: dataCatalogue({ origin, name, about }) });
    },
  }),
];
