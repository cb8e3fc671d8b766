import { createHash } from 'node:crypto';
import { closeDatabase } from '#db/client';
import { publicActor } from '#lib/base/actor';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { clearGlobalSingletons } from '#tests/support/run/reset-singletons';

// Run as a process of its own: a change of its time zone must reach nobody else. One line a zone:
// its offset and the hash of the answer.
for (const zone of process.argv.slice(2)) {
  process.env.TZ = zone;
  // Read from the database and counted anew in each zone, not answered with what is kept from the
  // first.
  clearGlobalSingletons('facts', 'summary-answers');
  const answered = await summaryDocument(
    publicActor,
    new URLSearchParams('cycle=2&chapter=II&cutoff=2020-02-29'),
    [],
  );
  const body = answered.kind === 'found' ? answered.body : '';
  process.stdout.write(
    `${new Date(Date.UTC(2020, 0, 1)).getTimezoneOffset()} ${body.length} ${createHash('sha256').update(body).digest('hex')}\n`,
  );
}
await closeDatabase();
