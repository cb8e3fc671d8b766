import 'server-only';
import { inThread } from '#lib/base/thread';
import { fileLimits } from '#lib/needs/imports/read-apart';
import type { FileRead } from '#lib/needs/imports/read-file';

const file = ['lib', 'assistance', 'activities', 'import-worker.ts'];

/** Reads a file of activities in a thread of its own. */
export const readTableApart = (content: Uint8Array): Promise<FileRead> =>
  inThread<FileRead>({ file, limits: fileLimits, data: content }, (key) => ({
    ok: false,
    faults: [{ key }],
  }));
