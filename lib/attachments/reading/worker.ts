import { parentPort, workerData } from 'node:worker_threads';
import { readGiven, type Given } from '#lib/attachments/reading/source';

/**
 * What runs in the thread that reads one file: lib/attachments/read-apart.ts starts it and watches
 * it.
 */
parentPort!.postMessage(await readGiven(workerData as Given));
