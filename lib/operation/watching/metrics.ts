import 'server-only';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { databaseWaits } from '#db/waits';
import { knownDamage } from '#db/damage';
import { environment } from '#lib/base/env';
import { globalSingleton } from '#lib/base/global-singleton';
import { systemActor } from '#lib/base/actor';
import { factsInMemory } from '#lib/counting/facts/load';
import { listBackups } from '#lib/operation/backups/folder';
import { queueCounts, type QueueCounts } from '#lib/operation/checks/queries';
import { readiness } from '#lib/operation/base/readiness';

type Read = () => number | undefined | Promise<number | undefined>;

/** A number that is read when somebody asks for the metrics. */
function gauge(registers: Registry[], name: string, help: string, read: Read) {
  const made: Gauge = new Gauge({
    name,
    help,
    registers,
    async collect() {
      const value = await read();
      // A number that nobody knows is left out, rather than said to be 0.
      if (value === undefined) made.remove();
      else made.set(value);
    },
  });
}

/** The queues, asked for once for all their numbers. */
function createQueues() {
  let asked: Promise<QueueCounts | undefined> | undefined;
  return () => {
    asked ??= queueCounts(systemActor('', 'Metrics')).catch(() => undefined);
    const answer = asked;
    setTimeout(() => {
      asked = undefined;
    }, 1000).unref();
    return answer;
  };
}

/** Where there is no backup yet, it is as old as this process: an alarm then goes off all the same. */
function backupAge(): number | undefined {
  const { backupFolder } = environment();
  if (backupFolder === null) return undefined;
  const [last] = listBackups(backupFolder);
  return last ? (Date.now() - Date.parse(last.at)) / 1000 : process.uptime();
}

function addGauges(registers: Registry[]) {
  const add = (name: string, help: string, read: Read) =>
    gauge(registers, `register_${name}`, help, read);
  const queues = createQueues();
  add('ready', 'Whether requests should come here', async () =>
    Number((await readiness()) === null),
  );
  add('damaged', 'Whether the database is known to be damaged', () =>
    Number(knownDamage() !== null),
  );
  add('database_transactions', 'Transactions so far', () => databaseWaits.transactions);
  add('database_waiting', 'Transactions that wait for their turn', () => databaseWaits.waiting);
  add('database_wait_seconds', 'Seconds that they waited so far', () => databaseWaits.seconds);
  add('facts_needs', 'Counted needs in memory', () => factsInMemory().size);
  add('facts_revision', 'The revision of the facts in memory', () => factsInMemory().revision);
  add('outbox_waiting', 'Messages to be sent', async () => (await queues())?.mail.waiting);
  add('outbox_given_up', 'Messages given up', async () => (await queues())?.mail.givenUp);
  add('jobs_waiting', 'Jobs that wait', async () => (await queues())?.jobs.waiting);
  add('jobs_running', 'Jobs that run', async () => (await queues())?.jobs.running);
  add('jobs_failed', 'Jobs that failed', async () => (await queues())?.jobs.failed);
  add('backup_age_seconds', 'Seconds since the last backup or the start', backupAge);
}

/** The metrics of this process; made when they are first asked for. */
export const requestMetrics = () =>
  globalSingleton('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    addGauges([registry]);
    const duration = new Histogram({
      name: 'register_request_seconds',
      help: 'Seconds that requests took',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.01, 0.05, 0.2, 1, 5, 20],
      registers: [registry],
    });
    return { registry, duration };
  });
