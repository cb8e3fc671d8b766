import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from '#lib/needs/imports/read-apart';
import type { FileRead } from '#lib/needs/imports/read-file';

const job = workerData as Job;

async function sheets({
  pages,
  rightToLeft,
}: Extract<Job, { kind: 'write' }>): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const cell = (value: string, bold: boolean) =>
    value === ''
      ? null
      : { value, type: String, wrap: true, ...(bold ? { fontWeight: 'bold' as const } : {}) };
  return writeWorkbook(
    pages.map(({ name, rows, widths }) => ({
      sheet: name,
      rightToLeft,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: rows.map((cells, i) => cells.map((value) => cell(value, i === 0))),
    })),
  ).toBuffer();
}

// Each job loads what it needs and no more: the thread lives for one file.
async function read(job: Exclude<Job, { kind: 'write' }>): Promise<FileRead> {
  if (job.kind === 'needs')
    return (await import('#lib/needs/imports/read-file')).readNeedsFile(
      job.content,
      job.destination,
    );
  return (await import('#lib/needs/imports/assessment-file')).readAssessmentFile(
    job.content,
    job.destination,
  );
}

/** What runs in the thread of one file: lib/needs/imports/read-apart.ts starts it and watches it. */
parentPort!.postMessage(job.kind === 'write' ? await sheets(job) : await read(job));
