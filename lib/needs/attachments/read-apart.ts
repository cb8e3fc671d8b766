import 'server-only';
import type { Given, Reading } from '#lib/files/source/source';
import { inThread, megabyte, type ThreadLimits } from '#lib/base/thread';

const file = ['lib', 'files', 'source', 'worker.ts'];
const usual: ThreadLimits = { seconds: 20, heap: 256 * megabyte, outside: 320 * megabyte };

/** Parses a file in a worker thread. */
export const readApart = (given: Given, limits: ThreadLimits = usual): Promise<Reading> =>
  inThread<Reading>({ file, data: given, limits }, (why) => ({ ok: false, why }));
