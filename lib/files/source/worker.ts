import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import { readGiven, type Given } from '#lib/files/source/source';

/**
 * What runs in the thread that reads one file: lib/needs/attachments/read-apart.ts starts it and watches
 * it.
 */
parentPort!.postMessage(await readGiven(workerData as Given));
