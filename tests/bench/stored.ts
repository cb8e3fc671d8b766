import { randomUUID } from 'node:crypto';
import { openWitness } from '#bin/witness/rows';
import { recount } from '#bin/witness/recount';
import { migrate } from '#db/migrate';
import { openRegister } from '#db/register';
import { openSqlite } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { count } from '#lib/counting/count/count';
import { noFilter } from '#lib/counting/filter/filter';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { median, row, type Measured } from '#tests/bench/measure';
import { randomNeeds, reviewFacts, today } from '#tests/bench/random-facts';
import { dropGuards } from '#tests/support/databases/unrecorded';

const whole = { ...noFilter, cycle: 2, chapters: ['II'], cutoff: today, sees: () => true } as const;
const dated = (date: number) =>
  `${String(date).slice(0, 4)}-${String(date).slice(4, 6)}-${String(date).slice(6)}`;

/** Fills the new register by plain inserts: what is measured is reading it. */
export function fill(from: number, to: number) {
  const db = openSqlite(environment().databaseUrl, 'write');
  const by = db.prepare<[], { id: string }>('select id from account limit 1').get()!.id;
  const at = new Date().toISOString();
  const need =
    db.prepare(`insert into need (id, review_id, status, version, counted_version, chapter, general, category, subcategory, topics, types, tags, target_groups, entered_by, changed_by, created_at, updated_at)
    values (?, ?, 'approved', 1, 1, 'II', ?, ?, ?, ?, ?, ?, '[]', '${by}', '${by}', '${at}', '${at}')`);
  const version =
    db.prepare(`insert into need_version (id, need_id, version, verb, status, chapter, general, category, subcategory, topics, types, tags, target_groups, provision, actor_id, at, from_seq, counted_from_seq)
    values (?, ?, 1, 'approve', 'approved', 'II', ?, ?, ?, ?, ?, ?, '[]', ?, '${by}', '${at}', 1, 1)`);
  db.exec('begin');
  if (from === 0) {
    for (const { id, stateId, region, completedOn, publishedOn } of reviewFacts) {
      const dates = [dated(completedOn), dated(publishedOn)];
      db.prepare('insert into state (id, code, region) values (?, ?, ?)').run(
        stateId,
        stateId,
        region,
      );
      db.prepare(
        'insert into review (id, state_id, cycle, numbered, completed_on, published_on, version, created_at) values (?, ?, 2, 0, ?, ?, 1, ?)',
      ).run(id, stateId, ...dates, at);
      db.prepare(
        `insert into review_version (id, review_id, version, region, completed_on, published_on, verb, actor_id, at, from_seq) values (?, ?, 1, ?, ?, ?, 'create', ?, ?, 1)`,
      ).run(randomUUID(), id, region, ...dates, by, at);
    }
  }
  let i = 0;
  for (const found of randomNeeds(to)) {
    if (i++ < from) continue;
    const content = [
      found.provision === 'general' ? 1 : 0,
      found.category,
      found.subcategory,
      JSON.stringify(found.topics),
      JSON.stringify(found.types),
      JSON.stringify(found.tags),
    ];
    const id = `${to}-${found.id}`;
    need.run(id, found.reviewId, ...content);
    version.run(randomUUID(), id, ...content, found.provision);
  }
  db.exec('commit');
  db.close();
}

/** Approves one need as another process would: a new version, a change row, the next revision. */
function approveOne(n: number) {
  const db = openSqlite(environment().databaseUrl, 'write');
  const { revision } = db.prepare<[], { revision: number }>('select revision from register').get()!;
  const { id } = db
    .prepare<[number], { id: string }>('select id from need order by id limit 1 offset ?')
    .get(n)!;
  db.exec('begin immediate');
  db.prepare(
    'update need_version set category = ?, subcategory = ? where need_id = ? and counted_to_seq is null',
  ).run('policymaking', 'sub-4', id);
  db.prepare(
    `insert into change (seq, at, actor_id, verb, entity, entity_id, data, previous_hash, hash) values (?, '', '', 'approve', 'need', ?, '{}', '', '')`,
  ).run(revision + 1, id);
  db.prepare('update register set revision = ?').run(revision + 1);
  db.exec('commit');
  db.close();
}

async function refreshTime(): Promise<number> {
  await currentFacts();
  let n = 0;
  const times: number[] = [];
  for (let i = 0; i < 25; i += 1) {
    approveOne(n++);
    const began = performance.now();
    await currentFacts();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[12]!;
}

/**
 * Against the SQL witness at 100,000 needs; and the refresh after one approval at 1,000,000 against
 * 1,000.
 */
export async function benchStored(say: (line: string) => void): Promise<Measured[]> {
  await migrate();
  await openRegister({ demonstration: false });
  await dropGuards();
  fill(0, 1000);
  const small = await refreshTime();
  say(`  refresh after one approval at 1,000: ${small.toFixed(2)} ms`);
  fill(1000, 101_000);
  const facts = await loadFacts((await currentFacts()).revision);
  const own = await median(() => count(facts, whole));
  const found = count(facts, whole);
  const witness = await openWitness();
  const lists = {
    regions: found.regions.map(({ region }) => region),
    categories: found.categories.map(({ category }) => category),
    articles: found.articles.map(({ article }) => article),
    types: found.types[0]!.types.map(({ type }) => type),
    tags: found.tags.map(({ tag }) => tag),
    topics: found.topics.map(({ topic }) => topic),
    subcategories: Object.fromEntries(
      found.categories.map(({ category, subcategories }) => [
        category,
        subcategories.map(({ subcategory }) => subcategory),
      ]),
    ),
  };
  const question = {
    cycle: 2,
    chapters: ['II'],
    cutoff: '2026-11-24',
    revision: facts.revision,
    regions: [],
    categories: [],
    subcategories: [],
    articles: [],
    types: [],
    tags: [],
    topics: [],
    priorities: [],
    statuses: [],
    reader: { kind: 'staff' },
  } as const;
  const sql = await median(() => recount(witness.ask, question, lists, '2026-11-24'), {
    runs: 1,
    warm: 0,
  });
  await witness.close();
  say(`  SQL witness at 100,000: ${sql.toFixed(0)} ms`);
  fill(101_000, 1_000_000);
  const began = performance.now();
  Object.assign(
    (globalThis as Record<symbol, unknown>)[Symbol.for('needs-register.facts')] as object,
    { facts: null },
  );
  await currentFacts();
  const load = performance.now() - began;
  const large = await refreshTime();
  return [
    row('count of 100,000 needs', 'the SQL witness', own, sql, 10, true),
    {
      ...row('refresh after one approval at 1,000,000 needs', 'the same at 1,000', large, small, 2),
      note: `${large.toFixed(2)} ms against ${small.toFixed(2)} ms; first load of 1,000,000: ${(load / 1000).toFixed(1)} s`,
    },
  ];
}
