import { parentPort, workerData } from 'node:worker_threads';
import writeWorkbook from 'write-excel-file/node';
import { readAssessmentFile } from '#lib/imports/assessment-file';
import { readNeedsFile } from '#lib/imports/read-file';
import type { Job } from '#lib/imports/read-apart';

const job = workerData as Job;

async function sheets({ pages, rightToLeft }: Extract<Job, { kind: 'write' }>): Promise<Uint8Array> {
  const cell = (value: string, bold: boolean) => (value === '' ? null : { value, type: String, wrap: true, ...(bold ? { fontWeight: 'bold' as const } : {}) });
  return writeWorkbook(pages.map(({ name, rows, widths }) => ({
    sheet: name, rightToLeft, stickyRowsCount: 1, columns: widths.map((width) => ({ width })),
    data: rows.map((cells, i) => cells.map((value) => cell(value, i === 0))),
  }))).toBuffer();
}

/** What runs in the thread of one file: lib/imports/read-apart.ts starts it and watches it. */
parentPort!.postMessage(job.kind === 'write' ? await sheets(job)
  : job.kind === 'needs' ? await readNeedsFile(job.content, job.destination) : await readAssessmentFile(job.content, job.destination));
