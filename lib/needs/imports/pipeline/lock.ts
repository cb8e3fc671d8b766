import 'server-only';
import { sql } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { engine } from '#db/engine';

/**
 * Lets one import run at a time: on PostgreSQL the later one waits for this lock, on SQLite the
 * transaction itself waits.
 */
export async function lockImports(tx: Writer): Promise<void> {
  if (engine !== 'postgresql') return;
  await tx
    .select({ held: sql`1` })
    .from(sql`pg_advisory_xact_lock(hashtext('needs-register.import'))`);
}
