import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { ParsedFile } from '#lib/files/tables/parse-file';
import type { FileParser, WorkerJob } from '#lib/files/tables/parse-in-worker';

// Loads what its one job needs and no more: the thread lives for one file.
async function run(job: WorkerJob): Promise<ParsedFile | Uint8Array> {
  if (job.kind === 'write') {
    const { writeWorkbook } = await import('#lib/files/tables/write-workbook');
    return writeWorkbook(job.sheets, job.rightToLeft);
  }
  const { parse } = (await import(job.parser)) as { parse: FileParser<unknown> };
  return parse(job.content, job.options);
}

/** The thread of one file: lib/files/tables/parse-in-worker.ts starts and limits it. */
parentPort!.postMessage(await run(workerData as WorkerJob));
