/**
 * One step of the bench of imports, in a process of its own on the DATABASE_URL that it is given;
 * prints milliseconds and megabytes.
 */
import { closeDatabase, transaction } from '#db/client';
import { migrate } from '#db/migrate';
import { openRegister, systemAccount } from '#db/register';
import { systemActor } from '#lib/base/actor';
import { importFiles } from '#lib/needs/imports/commands';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';
import type { FileKind } from '#lib/needs/imports/pipeline/vocabulary';
import { rawInserts } from '#tests/bench/raw-inserts';

async function importing(kind: FileKind, path: string) {
  const actor = systemActor(await transaction((tx) => systemAccount(tx, 'Import')), 'Import');
  const file: ImportFile = { kind, path, name: path };
  const began = performance.now();
  const outcome = await importFiles(actor, {
    files: [file],
    target: 'approved',
    published: 'completed',
  });
  if (!outcome.ok)
    throw new Error(
      'faults' in outcome ? outcome.faults.lines().join('\n') : JSON.stringify(outcome.failure),
    );
  return performance.now() - began;
}

const steps: Readonly<Record<string, (given: string) => Promise<number>>> = {
  states: async (path) => {
    await migrate();
    await openRegister({ demonstration: false });
    return importing('states', path);
  },
  needs: (path) => importing('needs', path),
  raw: (from) => rawInserts(from),
};

const [step = '', given = ''] = process.argv.slice(2);
const milliseconds = await steps[step]!(given);
process.stdout.write(
  JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
await closeDatabase();
