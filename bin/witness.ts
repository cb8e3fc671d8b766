import { parseArgs } from 'node:util';
import { differences } from '#bin/witness/differences';
import { readerOf, compareWithWitness } from '#bin/witness/compare';
import { openWitness } from '#bin/witness/rows';
import { closeDatabase } from '#db/client';
import { databaseFailure } from '#db/errors';
import { EnvironmentError } from '#lib/base/env';

const usage = `npm run witness -- ["cycle=2&chapter=II&cutoff=2023-02-28"] [--as public|staff|STATE]
The question is that of the summary API; STATE is a code such as AFR-18. Without them: cycle=2&chapter=II as staff.`;

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { as: { type: 'string', default: 'staff' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}.\n${usage}`, { cause: error });
  }
}

/** Opens the witness and checks that the database holds a register. */
async function openRegisterWitness() {
  try {
    const witness = await openWitness();
    await witness.ask('select id from register');
    return witness;
  } catch (error) {
    const unreachable = databaseFailure(error) === 'unreachable';
    throw new Error(
      unreachable
        ? 'The database cannot be reached: check DATABASE_URL and that the server runs.'
        : 'There is no register in this database: check DATABASE_URL.',
      { cause: error },
    );
  }
}

/** Recounts a query of the summary API by plain SQL and prints the differences. */
async function run(): Promise<boolean> {
  const { values, positionals } = parseArguments();
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return true;
  }
  if (positionals.length > 1)
    throw new Error(`The question is one argument; put it in quotation marks.\n${usage}`);
  const query = (positionals[0] ?? 'cycle=2&chapter=II').replace(/^\?/, '');
  const witness = await openRegisterWitness();
  try {
    const { counted, recounted } = await compareWithWitness(
      witness.ask,
      await readerOf(witness.ask, values.as),
      query,
    );
    const differing = differences(counted, recounted);
    const { needs, summaries, statesWithNeeds } = recounted.totals;
    for (const line of differing.slice(0, 200)) process.stdout.write(`${line}\n`);
    process.stdout.write(
      differing.length === 0
        ? `Agreed: ${needs} needs of ${statesWithNeeds} States in ${summaries} summaries, recounted by SQL as ${values.as} (${query}).\n`
        : `${differing.length} differences.\n`,
    );
    return differing.length === 0;
  } finally {
    await witness.close();
    await closeDatabase();
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(
    `${error instanceof EnvironmentError || error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
