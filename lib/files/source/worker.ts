import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import { readSource, type SourceInput } from '#lib/files/source/read-source';

/** The thread of one source: lib/needs/attachments/parse-in-worker.ts starts and limits it. */
parentPort!.postMessage(await readSource(workerData as SourceInput));
