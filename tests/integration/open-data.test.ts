import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { locales } from '#lib/convention/names';
import { isDate } from '#lib/text/dates';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { respondToApi } from '#lib/api/respond';
import { ask } from '#tests/support/api/program';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { counts, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { lengthOfList } from '../support/counting/summary-pages';

const filter = 'cycle=2&chapter=II&cutoff=2023-02-28';
const folder = mkdtempSync(join(tmpdir(), 'open-data-'));
beforeAll(() => demonstrationRegister());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });

/** A file as it comes. */
async function download(path: string): Promise<Buffer> {
  const response = await respondToApi(new Request(`http://localhost:3000/api/v1${path}`));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The codes of each dimension, as the data structure definition says. */
async function definition() {
  const { data } = (await ask('/data/structure')).json;
  const codes = new Map<string, Set<string>>(
    data.codelists.map(({ id, codes: all }: { id: string; codes: { id: string }[] }) => [
      id,
      new Set(all.map((code) => code.id)),
    ]),
  );
  const [{ dataStructureComponents }] = data.dataStructures;
  const { dimensionList, attributeList } = dataStructureComponents;
  type Component = { id: string; localRepresentation: { enumeration: string } };
  const listed = [...dimensionList.dimensions, ...attributeList.attributes] as Component[];
  return listed.map(({ id, localRepresentation: { enumeration } }) => {
    const list = /:(CL_\w+)\(/.exec(enumeration)![1]!;
    return { column: id, codes: codes.get(list)! };
  });
}

describe('SDMX-CSV', () => {
  it('fits its data structure definition, row by row', async () => {
    const columns = await definition();
    const rows = rowsOf((await ask(`/data/needs-count.csv?${filter}`)).text);
    expect(rows.length).toBeGreaterThan(50);
    const wrong = rows.filter(
      (row) =>
        columns.some(({ column, codes }) => !codes.has(row[column]!)) ||
        row.STRUCTURE !== 'datastructure' ||
        row.STRUCTURE_ID !== 'NR:DSD_NEEDS(1.0.0)' ||
        row.ACTION !== 'I' ||
        !isDate(row.TIME_PERIOD!) ||
        !/^(0|[1-9]\d*)$/.test(row.OBS_VALUE!),
    );
    expect(wrong).toEqual([]);
    const keys = rows.map(({ REF_AREA, ARTICLE, CATEGORY, TIME_PERIOD }) =>
      [REF_AREA, ARTICLE, CATEGORY, TIME_PERIOD].join(),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('begins with a byte order mark only where it is asked for', async () => {
    const starts = await Promise.all(
      ['', '&bom=0', '&bom=1'].map(async (bom) =>
        (await download(`/data/needs-count.csv?${filter}${bom}`)).subarray(0, 3).toString('hex'),
      ),
    );
    expect(starts.map((start) => start === 'efbbbf')).toEqual([false, false, true]);
  });
});

describe('one number', () => {
  it('is the same number in the summary, SDMX-CSV, the workbook and a figure', async () => {
    const by = chance(seed);
    const regions = ['', 'AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'] as const;
    const categories = ['', 'capacity-building', 'legislative-assistance', 'policymaking'] as const;
    for (let i = 0; i < counts(6, 500); i += 1) {
      const [region, category] = [by.oneOf(regions), by.oneOf(categories)];
      const more = `${region && `&region=${region}`}${category && `&category=${category}`}`;
      const query = new URLSearchParams(filter + more);
      const found = await summaryDocument(publicActor, query, []);
      const summary = JSON.parse(found.kind === 'found' ? found.body : '{}');
      const { needs } = summary.totals as { needs: number };
      const isTotal = ({ ARTICLE, CATEGORY }: Row) => ARTICLE === '_T' && CATEGORY === '_T';
      const rows = rowsOf((await ask(`/data/needs-count.csv?${query}`)).text).filter(isTotal);
      const total = rows.find(({ REF_AREA }) => REF_AREA === '001');
      const file = await download(`/data/needs-count.xlsx?${query}`);
      const sheets = await readWorkbook(file);
      const [first] = sheets as unknown as { data: unknown[][] }[];
      const workbook = first!.data.find(([area, article, ofCategory]) => {
        return area === '001' && article === '_T' && ofCategory === '_T';
      });
      const figure = (await ask(`/figures/figure-7?${query}`)).json;
      const ofFigure = (figure.rows as { code: string; cells: unknown[] }[]).reduce(
        (sum, { cells }) => sum + Number(cells.at(-1)),
        0,
      );
      const asked = `${filter}${more}`;
      expect({ asked, csv: Number(total!.OBS_VALUE), xlsx: workbook!.at(4), ofFigure }).toEqual({
        asked,
        csv: needs,
        xlsx: needs,
        ofFigure: needs,
      });
    }
  });

  it('of any area, article and category is the same on its page, in JSON, CSV, workbook and table', async () => {
    const by = chance(seed + 1);
    const rows = rowsOf((await ask(`/data/needs-count.csv?${filter}`)).text);
    const sheets = await readWorkbook(await download(`/data/needs-count.xlsx?${filter}`));
    const [{ data }] = sheets as unknown as [{ data: unknown[][] }];
    const cells = new Map(data.map((row) => [row.slice(0, 3).join(), row.at(4)]));
    for (let i = 0; i < counts(10, 500); i += 1) {
      const { REF_AREA, ARTICLE, CATEGORY, OBS_VALUE } = by.oneOf(rows) as Required<Row>;
      const query = new URLSearchParams(filter);
      if (REF_AREA !== '001') query.set('region', REF_AREA!);
      if (ARTICLE !== '_T') query.set('article', ARTICLE!);
      if (CATEGORY !== '_T') query.set('category', CATEGORY!);
      const found = await summaryDocument(publicActor, query, []);
      const categories = (await ask(`/figures/figure-7?${query}`)).json;
      const ofTable = (categories.rows as { cells: unknown[] }[]).reduce(
        (sum, row) => sum + Number(row.cells.at(-1)),
        0,
      );
      const seen = {
        json: found.kind === 'found' ? JSON.parse(found.body).totals.needs : found.kind,
        page: await lengthOfList(publicActor, `/en/summaries/needs?${query}`),
        xlsx: cells.get([REF_AREA, ARTICLE, CATEGORY].join()),
        ofTable,
      };
      const csv = Number(OBS_VALUE);
      const expected = { json: csv, page: csv, xlsx: csv, ofTable: csv };
      expect([String(query), seen]).toEqual([String(query), expected]);
    }
  });
});

describe('the file of needs', () => {
  it('is read by DuckDB with the types of its CSVW metadata', async () => {
    const { tableSchema, dialect } = (await ask('/data/needs.csv-metadata.json')).json;
    const path = join(folder, 'needs.csv');
    writeFileSync(path, await download('/data/needs.csv?show=all&sort=reference'));
    const types: Readonly<Record<string, string>> = {
      string: 'VARCHAR',
      integer: 'INTEGER',
      boolean: 'BOOLEAN',
      datetime: 'TIMESTAMPTZ',
    };
    const columns = (tableSchema.columns as { name: string; datatype: string }[])
      .map(({ name, datatype }) => `'${name}': '${types[datatype]}'`)
      .join(', ');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll(
      `select count(*)::int, count(distinct id)::int, max(cycle), min(priority) >= 1, max("updatedAt") > '2020-01-01'
       from read_csv('${path}', header = true, delim = '${dialect.delimiter}', quote = '"', escape = '"',
         strict_mode = true, auto_detect = false, nullstr = '', columns = {${columns}})`,
    );
    const [[all, ids, cycle, isPriority, isRecent]] = reader.getRows() as [unknown[]];
    connection.closeSync();
    const listed = rowsOf((await ask('/data/needs.csv?show=all&sort=reference')).text).length;
    expect([all, ids, cycle, isPriority, isRecent]).toEqual([listed, listed, 2, true, true]);
    expect(listed).toBeGreaterThan(100);
  });

  it('holds nothing of a summary that the public does not see', async () => {
    const states = rowsOf((await ask('/data/needs.csv?show=all')).text).map(({ state }) => state);
    const pages = (await ask('/needs?show=all&limit=200&sort=state')).json.items;
    expect(new Set(states)).toEqual(
      new Set(pages.map(({ state }: { state: string }) => state).concat(states)),
    );
  });
});

describe('the catalogue', () => {
  it('names the licence, the publisher and distributions that can be downloaded', async () => {
    const graph = (await ask('/data/catalogue')).json['@graph'] as Record<string, never>[];
    const dataset = graph.find((node) => node['@type'] === 'dcat:Dataset') as never as Record<
      string,
      Readonly<Record<string, { '@id': string }>>[]
    >;
    for (const distribution of dataset['dcat:distribution']!) {
      expect(distribution['dct:license']!['@id']).toMatch(/CC_BY_4_0$/);
      const address = distribution['dcat:downloadURL']!['@id'];
      expect(address).toMatch(/^http:\/\/localhost:\d+\/api\/v1\//);
      const path = address.replace(/^.*\/api\/v1/, '');
      if (path !== '/summary') expect((await download(`${path}`)).length).toBeGreaterThan(100);
    }
  });
});

describe('a citation', () => {
  const cite = (path: string, language = 'en') =>
    ask(path, { headers: { 'accept-language': language } });

  it('has a lasting address that gives the same table again, in each language', async () => {
    const figure = (await ask(`/figures/figure-1?${filter}`)).json;
    for (const language of locales) {
      const { status, json } = await cite(`/citations/figures/figure-1?${filter}`, language);
      expect([status, json.revision, json.cutoff]).toEqual([200, figure.revision, '2023-02-28']);
      const { pathname, searchParams } = new URL(json.address);
      expect(pathname).toBe(`/${language}/summaries/figures/figure-1`);
      expect(searchParams.get('revision')).toBe(String(figure.revision));
      expect((await ask(`/figures/figure-1?${searchParams}`)).json).toEqual(figure);
      expect(json.text).toContain(json.address);
      expect(json.text).toContain(String(json.revision));
      expect(json.ris).toMatch(
        new RegExp(`^TY  - DATA\r\n(?:[A-Z][A-Z0-9]  - [^\r\n]*\r\n)+ER  - \r\n$`),
      );
      expect(json.bibtex).toMatch(/^@misc\{[\w-]+,\n(?: {2}\w+ = \{.+\},?\n)+\}\n$/);
    }
    const texts = locales.map(
      async (each) => (await cite(`/citations/summary?${filter}`, each)).json.text,
    );
    expect(new Set(await Promise.all(texts)).size).toBe(locales.length);
  });

  it('of an edition has its symbol and date, and one of what is not seen is not there', async () => {
    const [note] = (await ask('/notes?limit=1')).json.items;
    if (note) {
      const { json } = await cite(`/citations/notes/${note.id}`, 'fr');
      expect([json.address.endsWith(`/fr/notes/${note.id}`), json.revision]).toEqual([
        true,
        note.revision,
      ]);
      expect(json.ris).toContain(note.symbol);
    }
    expect((await cite('/citations/notes/none')).status).toBe(404);
    expect((await cite('/citations/figures/none?cycle=2&chapter=II')).status).toBe(404);
    expect((await cite('/citations/summary?cycle=9')).status).toBe(400);
  });
});
