import { randomUUID } from 'node:crypto';
import { migrate } from '#db/migrate';
import { openRegister } from '#db/register';
import { openSqlite } from '#db/sqlite';
import { environment } from '#lib/base/env';
import { approveNeed } from '#lib/needs/entry/commands';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { queueLastSeen } from '#lib/review/queue/queries';
import { median, row, type Measured } from '#tests/bench/measure';
import { submitted, type Seen } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { dropGuards } from '#tests/support/databases/unrecorded';

const many = 300;
const waiting = {
  list: 'own',
  filter: { statuses: ['submitted', 'recoded'] },
  sort: 'oldest',
} as const;

/**
 * What a reviewer's queue and a decision cost against the same rows read and written by hand, each
 * durable.
 */
export async function benchDecisions(say: (line: string) => void): Promise<Measured[]> {
  await migrate();
  await openRegister({ demonstration: false });
  const { review, focal, second } = await panel();
  const needs: Seen[] = [];
  for (let i = 0; i < many; i += 1)
    needs.push(await submitted(focal, review, { text: `Training of officers, number ${i}.` }));
  say(`  ${many} needs wait for a decision`);

  const db = openSqlite(environment().databaseUrl, 'write');
  const listed =
    db.prepare(`select n.id, n.reference, s.code, v.* from need n join review r on r.id = n.review_id join state s on s.id = r.state_id join need_version v on v.need_id = n.id and v.version = n.version
    where n.review_id = ? and n.status in ('submitted', 'recoded') order by n.updated_at, n.id limit 51`);
  const counted = db.prepare(
    `select count(*) from need where review_id = ? and status in ('submitted', 'recoded')`,
  );
  const queue = await median(async () => {
    await pageOfNeeds(second, { ...waiting, size: 50 });
    await totalOfNeeds(second, waiting);
    await queueLastSeen(second);
  });
  const bareQueue = await median(() => {
    listed.all(review.id);
    counted.get(review.id);
  });

  let next = 0;
  const decision = await median(
    async () => {
      valueOf(await approveNeed(second, needs[next++]!));
    },
    { runs: 60 },
  );
  await dropGuards();
  const by = second.accountId!;
  const bare = db.transaction(({ id }: Seen) => {
    const at = new Date().toISOString();
    const { revision } = db
      .prepare<[], { revision: number }>(
        'update register set revision = revision + 1 returning revision',
      )
      .get()!;
    db.prepare(
      `update need set status = 'approved', version = version + 1, counted_version = version + 1, counted_at = ?, updated_at = ? where id = ? and version = 2`,
    ).run(at, at, id);
    db.prepare('update need_version set to_seq = ? where need_id = ? and to_seq is null').run(
      revision,
      id,
    );
    db.prepare(
      `insert into need_version (id, need_id, version, verb, status, general, topics, types, tags, target_groups, provision, actor_id, at, from_seq, counted_from_seq) values (?, ?, 3, 'approve', 'approved', 0, '[]', '[]', '[]', '[]', '5', ?, ?, ?, ?)`,
    ).run(randomUUID(), id, by, at, revision, revision);
    db.prepare(
      `insert into change (seq, at, actor_id, verb, entity, entity_id, data, previous_hash, hash) values (?, ?, ?, 'approve', 'need', ?, '{}', '', '')`,
    ).run(revision, at, by, id);
  });
  const bareDecision = await median(() => bare(needs[next++]!), { runs: 60 });
  db.close();
  return [
    row(
      'a reviewer’s queue of 300, its first 50',
      'the bare query and its count',
      queue,
      bareQueue,
      null,
    ),
    row(
      'one decision: ruled, versioned, chained, told, durable',
      'a bare transaction of the same rows',
      decision,
      bareDecision,
      null,
    ),
  ];
}
