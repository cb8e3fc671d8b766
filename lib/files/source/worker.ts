import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import { readGiven, type Given } from '#lib/files/source/source';

/** The thread of one source: lib/needs/attachments/read-apart.ts starts and limits it. */
parentPort!.postMessage(await readGiven(workerData as Given));
