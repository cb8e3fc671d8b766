import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { SourceInput, SourceResult } from '#lib/files/source/read-source';
import { runInWorker, megabyte, type WorkerLimits } from '#lib/base/worker-thread';

const file = ['lib', 'files', 'source', 'worker.ts'];
const usual: WorkerLimits = { seconds: 20, heap: 256 * megabyte, outside: 320 * megabyte };

/** Parses a file in a worker thread. */
export const parseInWorker = (
  { accountId }: Actor,
  given: SourceInput,
  limits: WorkerLimits = usual,
): Promise<SourceResult> =>
  runInWorker<SourceResult>({ of: accountId ?? 'public', file, data: given, limits }, (why) => ({
    ok: false,
    why,
  }));
