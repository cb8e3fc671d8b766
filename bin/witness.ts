import { parseArgs } from 'node:util';
import { differences } from '#bin/witness/differences';
import { readerOf, witnessOf } from '#bin/witness/question';
import { openWitness } from '#bin/witness/rows';
import { closeDatabase } from '#db/client';
import { EnvironmentError } from '#lib/env';

const usage = 'npm run witness -- ["cycle=2&chapter=II&cutoff=2023-02-28"] [--as public|staff|STATE, such as AFR-18]';

/** Recounts a question of the summary API by plain SQL and says where the two differ. */
async function run(): Promise<boolean> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { as: { type: 'string', default: 'staff' } } });
  if (positionals.length > 1) throw new Error(usage);
  const query = (positionals[0] ?? 'cycle=2&chapter=II').replace(/^\?/, '');
  const witness = await openWitness();
  try {
    const { counted, recounted } = await witnessOf(witness.ask, await readerOf(witness.ask, values.as), query);
    const found = differences(counted, recounted);
    const { needs, summaries, statesWithNeeds } = recounted.totals;
    for (const line of found.slice(0, 200)) process.stdout.write(`${line}\n`);
    process.stdout.write(found.length === 0
      ? `Agreed: ${needs} needs of ${statesWithNeeds} States in ${summaries} summaries, recounted by SQL as ${values.as} (${query}).\n`
      : `${found.length} differences.\n`);
    return found.length === 0;
  } finally {
    await witness.close();
    await closeDatabase();
  }
}

try {
  process.exitCode = await run() ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError || error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
