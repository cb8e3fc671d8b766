/**
 * Renders the documents of a note: `note-documents.ts JOB`. The server starts it as a process of its
 * own. Does nothing if another process has the job.
 */
import { closeDatabase } from '#db/client';
import { log } from '#lib/base/log';
import { renderers } from '#lib/notes/documents/renderers';
import { runDocumentJob } from '#lib/notes/documents/run-job';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

try {
  await runDocumentJob(process.argv[2] ?? '', renderers, stopping.signal);
} catch (error) {
  log.error({ err: error }, 'the documents of a note could not be made');
  process.exitCode = 1;
}
await closeDatabase();
