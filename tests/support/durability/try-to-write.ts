import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { recordEvent } from '#db/change';
import { closeDatabase, type Writer } from '#db/client';
import { register } from '#db/schema';
import { runCommand } from '#lib/base/run-command';
import { done } from '#lib/base/errors';

/**
 * A program of its own: writes to the database in DATABASE_URL and prints what came of it, then
 * once more (not with `once`).
 * In the first write the server ends the connection: in the middle of a query (`cut-in-query`), or
 * between two (`cut-between`).
 */
const mode = process.argv[2];

async function cutBetween(tx: Writer) {
  const [own] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(register);
  const other = new Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [own!.pid]);
  await other.end();
  await wait(200);
}

for (const first of mode === 'once' ? [true] : [true, false]) {
  const outcome = await runCommand(async (tx) => {
    await recordEvent(tx, 'view', null, { first });
    if (first && mode === 'cut-in-query')
      await tx.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(register);
    if (first && mode === 'cut-between') await cutBetween(tx);
    await recordEvent(tx, 'view', null, { first, second: true });
    return done('stored');
  });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  // What the connection still has to say, it says now.
  await wait(200);
}
await closeDatabase().catch(() => undefined);
