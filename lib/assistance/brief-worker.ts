import { parentPort, workerData } from 'node:worker_threads';
import type { FinishedNote } from '#lib/notes/document';
import { docxOf } from '#lib/notes/docx/docx-of';

/** What runs in the thread of one brief: it costs the server's own thread nothing. */
parentPort!.postMessage(await docxOf(workerData as FinishedNote));
