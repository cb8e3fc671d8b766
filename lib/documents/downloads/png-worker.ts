import 'server-only';
import { parentPort, workerData } from 'node:worker_threads';
import type { Locale } from '#lib/convention/names';
import { pngOf } from '#lib/documents/downloads/png';

/** The thread of one picture: lib/documents/downloads/draw-in-worker.ts starts and limits it. */
const { svg, locale } = workerData as Readonly<{ svg: string; locale: Locale }>;
parentPort!.postMessage(await pngOf(svg, locale));
