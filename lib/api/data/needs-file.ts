import 'server-only';
import { createPause } from '#lib/base/pause';
import type { Actor } from '#lib/base/actor';
import type { ListQuery } from '#lib/needs/lists/list-filter';
import { needsInBatches } from '#lib/needs/lists/list-queries';
import type { NeedView } from '#lib/needs/store/queries';
import { byteOrderMark, csvLine } from '#lib/text/csv';

type Column = Readonly<{
  name: string;
  title: string;
  datatype: 'string' | 'integer' | 'boolean' | 'date' | 'datetime';
  /** Between the values of a list. */
  separator?: ';';
  value: (need: NeedView) => string;
}>;

const text = (
  name: string,
  title: string,
  value: (need: NeedView) => string | null,
): Column => ({ name, title, datatype: 'string', value: (need) => value(need) ?? '' });
const whole = (
  name: string,
  title: string,
  value: (need: NeedView) => number | null,
): Column => ({ name, title, datatype: 'integer', value: (need) => String(value(need) ?? '') });
const list = (
  name: string,
  title: string,
  value: (need: NeedView) => readonly (string | number)[],
): Column => ({
  name,
  title,
  datatype: 'string',
  separator: ';',
  value: (need) => value(need).join(';'),
});

/** The columns of the file of needs; codes, and no names of any language. */
const columns: readonly Column[] = [
  text('id', 'Lasting id of the need', ({ id }) => id),
  text('reference', 'Reference', ({ reference }) => reference),
  text('state', 'State, by its alpha-3 code', ({ stateCode }) => stateCode),
  whole('cycle', 'Review cycle', ({ cycle }) => cycle),
  text('chapter', 'Chapter of the Convention', ({ chapter }) => chapter),
  list('articles', 'Articles of the Convention', ({ articles }) => articles),
  {
    name: 'general',
    title: 'Whether it is of the chapter in general',
    datatype: 'boolean',
    value: ({ general }) => String(general),
  },
  text('category', 'Category of assistance', ({ category }) => category),
  text('subcategory', 'Subcategory', ({ subcategory }) => subcategory),
  list('topics', 'Topics', ({ topics }) => topics),
  list('types', 'Types of capacity-building', ({ types }) => types),
  list('tags', 'Cross-cutting needs', ({ tags }) => tags),
  list('targetGroups', 'Target groups', ({ targetGroups }) => targetGroups),
  whole('priority', 'Priority, 1 being the first', ({ priority }) => priority),
  text('text', 'The need as its State has put it', ({ text: said }) => said),
  text('language', 'Language of the text', ({ language }) => language),
  text('status', 'Status', ({ status }) => status),
  { ...text('updatedAt', 'When this version was made', ({ updatedAt }) => updatedAt), datatype: 'datetime' },
];

/** Few enough that a batch takes some milliseconds. */
const batchSize = 150;

/** The needs of a list as lines of CSV (RFC 4180), some at a time. */
export async function* needLines(
  actor: Actor,
  query: Omit<ListQuery, 'at' | 'size'>,
  withMark: boolean,
): AsyncGenerator<string> {
  yield (withMark ? byteOrderMark : '') + csvLine(columns.map(({ name }) => name));
  const pause = createPause();
  for await (const needs of needsInBatches(actor, query, batchSize)) {
    yield needs.map((need) => csvLine(columns.map(({ value }) => value(need)))).join('');
    await pause.rest();
  }
}

/** What the file of needs is, as CSV on the Web; `url` is its address. */
export const needsMetadata = (url: string) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url,
  'dc:title': 'Technical assistance needs',
  dialect: { header: true, delimiter: ',', quoteChar: '"', lineTerminators: ['\r\n'], encoding: 'utf-8' },
  tableSchema: {
    primaryKey: 'id',
    columns: columns.map(({ name, title, datatype, separator }) => ({
      name,
      titles: name,
      'dc:description': title,
      datatype,
      ...(separator ? { separator } : {}),
      ...(name === 'id' ? { required: true } : {}),
    })),
  },
});
