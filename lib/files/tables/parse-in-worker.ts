import 'server-only';
import type { Actor } from '#lib/base/actor';
import { runInWorker, megabyte } from '#lib/base/worker-thread';
import type { ParsedFile } from '#lib/files/tables/parse-file';
import type { WorkbookSheet } from '#lib/files/tables/write-workbook';

/** The module that parses one kind of file: it exports `parse` (see `FileParser`). */
export type ParserModule = `#lib/${string}`;

export type FileParser<Options> = (content: Uint8Array, options: Options) => Promise<ParsedFile>;

/** What the worker does: parse a file, or write a workbook. */
export type WorkerJob =
  | Readonly<{ kind: 'parse'; parser: ParserModule; content: Uint8Array; options: unknown }>
  | Readonly<{ kind: 'write'; sheets: readonly WorkbookSheet[]; rightToLeft: boolean }>;

const file = ['lib', 'files', 'tables', 'worker.ts'];
/** What one file may cost. */
const limits = { seconds: 30, heap: 512 * megabyte, outside: 320 * megabyte };

/** Parses a file in a worker thread. */
export const parseInWorker = (
  { accountId }: Actor,
  parser: ParserModule,
  content: Uint8Array,
  options?: unknown,
): Promise<ParsedFile> =>
  runInWorker<ParsedFile>(
    {
      of: accountId ?? 'public',
      file,
      limits,
      data: { kind: 'parse', parser, content, options } satisfies WorkerJob,
    },
    (key) => ({ ok: false, faults: [{ key }] }),
  );

/** Writes a workbook in a worker thread; undefined where that is too much at the moment. */
export const writeWorkbookInWorker = (
  { accountId }: Actor,
  sheets: readonly WorkbookSheet[],
  rightToLeft: boolean,
): Promise<Uint8Array | undefined> =>
  runInWorker<Uint8Array | undefined>(
    {
      of: accountId ?? 'public',
      file,
      limits,
      data: { kind: 'write', sheets, rightToLeft } satisfies WorkerJob,
    },
    () => undefined,
  );
