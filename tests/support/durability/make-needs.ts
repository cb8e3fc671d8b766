import { transaction } from '#db/client';
import { engine } from '#db/engine';
import { draft } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';

/**
 * A program of its own, for tests that watch a process from outside: enters as many needs as its
 * argument says, and says so after each.
 */
if (engine !== 'sqlite') throw new Error('This program watches what SQLite does.');
const { review, focal } = await panel();
await transaction(async () => undefined);
process.stdout.write('begin\n');
for (let n = 0; n < Number(process.argv[2]); n += 1) {
  await draft(focal, review);
  process.stdout.write('acknowledged\n');
}
process.stdout.write('end\n');
