import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import { readAssistanceFile } from '#lib/assistance/activities/import-file';

/** What runs in the thread of one file: read-apart.ts beside this starts it and watches it. */
parentPort!.postMessage(await readAssistanceFile(workerData as Uint8Array));
