import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { FinishedNote } from '#lib/documents/model/document';
import { docxOf } from '#lib/documents/docx/docx-of';

/** What runs in the thread of one brief: it costs the server's own thread nothing. */
parentPort!.postMessage(await docxOf(workerData as FinishedNote));
