/**
 * Makes the documents of a note: `note-documents.ts JOB`. Started by the server, apart from it;
 * does nothing where the job is somebody else's.
 */
import { closeDatabase } from '#db/client';
import { log } from '#lib/base/log';
import { renderers } from '#lib/notes/makers';
import { makeDocuments } from '#lib/notes/making';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

try {
  await makeDocuments(process.argv[2] ?? '', renderers, stopping.signal);
} catch (error) {
  log.error({ err: error }, 'the documents of a note could not be made');
  process.exitCode = 1;
}
await closeDatabase();
