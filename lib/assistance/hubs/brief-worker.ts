import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { FinishedNote } from '#lib/documents/model/document';
import { renderDocx } from '#lib/documents/docx/render-docx';

/** Renders one brief in a worker thread, so that it does not block the server. */
parentPort!.postMessage(await renderDocx(workerData as FinishedNote));
