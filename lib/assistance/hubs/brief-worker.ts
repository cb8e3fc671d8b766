import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { FinishedNote } from '#lib/documents/model/document';
import { docxOf } from '#lib/documents/docx/docx-of';

/** Renders one brief in a worker thread, so that it does not block the server. */
parentPort!.postMessage(await docxOf(workerData as FinishedNote));
