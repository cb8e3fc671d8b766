import 'server-only';
import type { FileRead } from '#lib/needs/imports/read-file';
import type { Destination } from '#lib/needs/imports/sheet';
import { inThread, megabyte } from '#lib/base/thread';

type Page = Readonly<{
  name: string;
  rows: readonly (readonly string[])[];
  widths: readonly number[];
}>;
/**
 * What a thread is asked: to read a file of needs or of a checklist, or to write a workbook.
 */
export type Job =
  | Readonly<{ kind: 'needs' | 'assessment'; content: Uint8Array; destination: Destination }>
  | Readonly<{ kind: 'write'; pages: readonly Page[]; rightToLeft: boolean }>;

const file = ['lib', 'needs', 'imports', 'worker.ts'];
/** What reading one file may cost. */
export const fileLimits = { seconds: 30, heap: 512 * megabyte, outside: 320 * megabyte };

/** Reads and checks a file in a thread of its own. */
export const readApart = (
  kind: 'needs' | 'assessment',
  content: Uint8Array,
  destination: Destination,
): Promise<FileRead> =>
  inThread<FileRead>(
    { file, limits: fileLimits, data: { kind, content, destination } satisfies Job },
    (key) => ({ ok: false, faults: [{ key }] }),
  );

/** Writes a workbook in a thread of its own; undefined where that is too much at the moment. */
export const writeApart = (
  pages: readonly Page[],
  rightToLeft: boolean,
): Promise<Uint8Array | undefined> =>
  inThread<Uint8Array | undefined>(
    { file, limits: fileLimits, data: { kind: 'write', pages, rightToLeft } satisfies Job },
    () => undefined,
  );
