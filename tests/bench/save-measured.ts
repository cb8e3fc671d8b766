/**
 * Measures what a need costs that is entered and submitted, in milliseconds of CPU, with the digests
 * of its rows in the log or, with CONTENTS=0, without them: tests/bench/saves.ts reads it.
 */
import { coveredTables } from '#db/contents/covered-tables';
import { closeDatabase } from '#db/client';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';

const saves = 100;

// Before the first write: no table is covered, so that nothing is recorded of its rows.
if (process.env.CONTENTS === '0') (coveredTables as unknown[]).length = 0;
await freshRegister();
const { review, focal } = await panel();
for (let n = 0; n < 10; n += 1) await submitted(focal, review);
const before = process.cpuUsage();
for (let n = 0; n < saves; n += 1) await submitted(focal, review);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify((user + system) / 1000 / saves));
await closeDatabase();
