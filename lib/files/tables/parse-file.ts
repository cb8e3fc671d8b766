import 'server-only';
import { createHash } from 'node:crypto';
import { FileRefused } from '#lib/files/refusal';
import { UnreadableFile, type FileFault } from '#lib/files/tables/faults';

/** A file after parsing: its content as JSON, or why it is refused. */
export type ParsedFile =
  | Readonly<{ ok: true; sha256: string; rows: string }>
  | Readonly<{ ok: false; faults: readonly FileFault<string>[] }>;

/** What a parser makes of a file. */
export type ParserResult =
  | Readonly<{ faults: readonly FileFault<string>[] }>
  | Readonly<{ value: unknown }>;

/** Thrown by a parser where a table has more rows than it may have. */
export class TooManyRows extends Error {
  readonly most: number;
  constructor(most: number) {
    super('tooManyRows');
    this.most = most;
  }
}

/** The fault of a file that cannot be read; undefined where the error is a bug. */
function faultOfError(error: unknown): FileFault<string> | undefined {
  if (error instanceof UnreadableFile)
    return { line: error.line, key: error.key, values: error.values };
  if (error instanceof FileRefused) return { key: error.why };
  if (error instanceof TooManyRows) return { key: 'tooManyRows', values: { most: error.most } };
  return undefined;
}

/** Runs a parser over the content of a file, and turns what it throws into faults. */
export async function parseFile(
  content: Uint8Array,
  parser: () => Promise<ParserResult>,
): Promise<ParsedFile> {
  if (content.length === 0) return { ok: false, faults: [{ key: 'emptyFile' }] };
  try {
    const result = await parser();
    if ('faults' in result) return { ok: false, faults: result.faults };
    return {
      ok: true,
      sha256: createHash('sha256').update(content).digest('hex'),
      rows: JSON.stringify(result.value),
    };
  } catch (error) {
    const fault = faultOfError(error);
    if (!fault) throw error;
    return { ok: false, faults: [fault] };
  }
}
