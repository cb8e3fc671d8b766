import { openSqlite } from '#db/sqlite';
import { publicActor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { listedNeeds } from '#lib/counting/facts/listed-needs';
import { parseCursor } from '#lib/needs/lists/keyset';
import type { ListQuery } from '#lib/needs/lists/list-filter';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { median, row, type Measured } from '#tests/bench/measure';

const words = [
  'training',
  'of',
  'officers',
  'in',
  'asset',
  'declarations',
  'for',
  'procurement',
  'courts',
  'and',
  'guidance',
  'on',
  'conflict',
  'interest',
  'statistics',
];

/**
 * Gives every need of the register a time of its own and words to search; one in 10,000 has a rare
 * word.
 */
function spread(): number {
  const db = openSqlite(environment().databaseUrl, 'write');
  db.function('sentence', { deterministic: true }, (n: unknown) => {
    const at = (i: number) => words[(Number(n) * 7 + i * i) % words.length]!;
    return `${Array.from({ length: 14 }, (_, i) => at(i)).join(' ')}${Number(n) % 10_000 === 77 ? ' whistleblowing' : ''}`;
  });
  db.exec('begin');
  const time = `strftime('%Y-%m-%dT%H:%M:%fZ', 1500000000 + rowid * 250, 'unixepoch')`;
  db.exec(
    `update need set updated_at = ${time}, counted_at = ${time}, reference = review_id || '-' || rowid, search_text = sentence(rowid)`,
  );
  db.exec(
    'update need_version set search_text = (select search_text from need where need.id = need_version.need_id)',
  );
  db.exec('commit');
  const { n } = db.prepare<[], { n: number }>('select count(*) as n from need').get()!;
  db.close();
  return n;
}

/** The place at which three quarters of the list have gone by. */
function placeAt(needs: number) {
  const db = openSqlite(environment().databaseUrl, 'read');
  const { at, id } = db
    .prepare<[number], { at: string; id: string }>(
      'select counted_at as at, id from need order by counted_at desc, id desc limit 1 offset ?',
    )
    .get(Math.floor(needs * 0.75))!;
  db.close();
  return parseCursor('after', `${at}~${id}`, 'changed');
}

/**
 * Pages of the public list deep down against its first page, and searches; in a register that was
 * filled before.
 */
export async function benchLists(say: (line: string) => void): Promise<Measured[]> {
  const needs = spread();
  const deep = placeAt(needs);
  const time = (asked: ListQuery) => median(() => pageOfNeeds(publicActor, asked));
  const filter = { category: 'policymaking', tag: 'training' } as const;
  const [first, down] = [await time({}), await time({ at: deep })];
  const [firstOfSome, downOfSome] = [await time({ filter }), await time({ filter, at: deep })];
  const [found, rare] = [
    await time({ filter: { text: 'courts training' }, size: 20 }),
    await time({ filter: { text: 'whistleblowing' }, size: 20 }),
  ];
  const total = await median(() => totalOfNeeds(publicActor));
  say(
    `  total of the whole list, counted to 10,001: ${total.toFixed(1)} ms; newest 20 with a word in one need of 10,000: ${rare.toFixed(0)} ms`,
  );
  const ofCategory: ListQuery = { list: 'approved', filter: { category: 'policymaking' } };
  const [known, counted] = [
    await median(() => listedNeeds(publicActor, ofCategory)),
    await median(() => totalOfNeeds(publicActor, ofCategory)),
  ];
  const n = needs.toLocaleString('en');
  return [
    row(`list page at 75 % depth of ${n} needs`, 'the first page', down, first, 1.2),
    row('the same, by category and tag', 'the first page', downOfSome, firstOfSome, 1.2),
    row(`newest 20 needs that have two words, of ${n}`, 'the first page', found, first, 2),
    row(
      `total of a list by category, of ${n}`,
      'the same by the database',
      known,
      counted,
      10,
      true,
    ),
  ];
}
