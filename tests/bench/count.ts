import { DuckDBInstance } from '@duckdb/node-api';
import { count } from '#lib/counting/count/count';
import type { Facts } from '#lib/counting/facts/facts';
import { noFilter } from '#lib/counting/filter/filter';
import { median, row, type Measured } from '#tests/bench/measure';
import { randomFacts, randomNeeds, reviewFacts, today } from '#tests/bench/random-facts';

const whole = { ...noFilter, cycle: 2, chapters: ['II'], cutoff: today, sees: () => true } as const;

/** The least that any counting must do: read every column once. */
function bareLoop(facts: Facts): number {
  const columns = [
    facts.review,
    facts.category,
    facts.subcategory,
    facts.provision,
    facts.types,
    facts.tags,
    facts.topics,
    facts.assistance,
  ].map(({ values }) => values);
  const [a, b, c, d, e, f, g, h] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let sum = 0;
  for (let i = 0; i < facts.size; i += 1)
    sum = (sum + a[i]! + b[i]! + c[i]! + d[i]! + e[i]! + f[i]! + g[i]! + h[i]!) | 0;
  return sum;
}

const grouped = [
  'select region, count(*), count(distinct state) from f group by region',
  'select category, region, count(*) from f group by all',
  'select category, count(distinct state) from f group by all',
  'select category, subcategory, count(*) from f group by all',
  'select region, provision, category, count(*) from f group by all',
  `select a, region, category, count(*) from (select unnest(string_split(provision, ';')) as a, region, category from f) group by all`,
  `select a, region, count(distinct state) from (select unnest(string_split(provision, ';')) as a, region, state from f) group by all`,
  'select region, types, count(*) from f group by all',
  `select t, region, category, count(*) from (select unnest(string_split(tags, ';')) as t, region, category from f) group by all`,
  `select t, a, count(*) from (select t, unnest(string_split(provision, ';')) as a from (select unnest(string_split(tags, ';')) as t, provision from f)) group by all`,
  `select t, region, count(distinct state) from (select unnest(string_split(tags, ';')) as t, region, state from f) group by all`,
  `select t, region, category, count(*) from (select unnest(string_split(topics, ';')) as t, region, category from f) group by all`,
  `select t, region, count(distinct state) from (select unnest(string_split(topics, ';')) as t, region, state from f) group by all`,
];

async function duckdb(needs: number): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(
    'create table f (region varchar, state varchar, category varchar, subcategory varchar, provision varchar, types varchar, tags varchar, topics varchar)',
  );
  const appender = await connection.createAppender('f');
  const reviews = new Map(reviewFacts.map((review) => [review.id, review]));
  for (const { reviewId, category, subcategory, provision, types, tags, topics } of randomNeeds(
    needs,
  )) {
    const { region, stateId } = reviews.get(reviewId)!;
    for (const value of [
      region,
      stateId,
      category,
      subcategory,
      provision,
      types.join(';'),
      tags.join(';'),
      topics.join(';'),
    ])
      appender.appendVarchar(value);
    appender.endRow();
  }
  appender.closeSync();
  const time = await median(
    async () => {
      for (const query of grouped) await connection.runAndReadAll(query);
    },
    { runs: 3, warm: 1 },
  );
  connection.closeSync();
  return time;
}

/** The count against a bare loop over the same columns, and against DuckDB. */
export async function benchCount(say: (line: string) => void): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const needs of [315, 10_000, 100_000, 1_000_000]) {
    const heap = () => {
      globalThis.gc?.();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const before = heap();
    const facts = randomFacts(needs);
    const bytes = Math.round((heap() - before) / needs);
    const runs = needs > 50_000 ? 15 : 101;
    const own = await median(() => count(facts, whole), { runs });
    const bare = await median(() => bareLoop(facts), { runs });
    const measured = row(
      `count of ${needs.toLocaleString('en')} needs`,
      'a bare loop over the same columns',
      own,
      bare,
      2,
    );
    rows.push({
      ...measured,
      note: `${measured.note}; ${bytes} bytes a need, of which 44 in columns`,
    });
    say(`  ${needs} needs: ${own.toFixed(2)} ms, bare ${bare.toFixed(3)} ms`);
    if (needs === 1_000_000)
      rows.push(
        row(
          'count of 1,000,000 needs',
          'DuckDB, one thread, the same numbers',
          own,
          await duckdb(needs),
          15,
          true,
        ),
      );
  }
  return rows;
}
