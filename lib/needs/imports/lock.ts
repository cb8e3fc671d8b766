import 'server-only';
import { sql } from 'drizzle-orm';
import type { Writer } from '#db/client';

/**
 * Two imports never run at once: on SQLite the transaction itself waits, here the later one waits
 * for this lock.
 */
export const lockImports = (tx: Writer) =>
  tx.select({ held: sql`1` }).from(sql`pg_advisory_xact_lock(hashtext('needs-register.import'))`);
