/**
 * What a program did to the files of a database, and what it said, in the order of its system
 * calls.
 */
export type Call =
  | Readonly<{ kind: 'write'; file: string; offset: number; data: Buffer }>
  | Readonly<{ kind: 'truncate'; file: string; size: number }>
  | Readonly<{ kind: 'sync'; file: string }>
  | Readonly<{ kind: 'unlink'; file: string }>
  | Readonly<{ kind: 'said'; text: string }>;

/**
 * How strace has to be asked, so that `callsIn` can read what it wrote: whole values, in
 * hexadecimal.
 */
export const traced = (log: string): readonly string[] => [
  'strace',
  '-f',
  '-qq',
  '-xx',
  '-s',
  '200000',
  '-e',
  'trace=openat,close,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename',
  '-o',
  log,
];

const bytes = (hexadecimal: string) => Buffer.from(hexadecimal.replaceAll('\\x', ''), 'hex');
const call = /^(\w+)\((.*)\) += (-?\d+)/;

/**
 * The calls of a log, each in one line and without its thread. One that another thread has
 * interrupted stands there in two
 * halves, `write(1, "a" <unfinished ...>` and `<... write resumed>) = 1`; it is put together where
 * it ended.
 */
function* wholeCalls(log: string): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, first] = /^(.*) <unfinished \.\.\.>$/.exec(text) ?? [];
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
    if (first !== undefined) {
      begun.set(thread, first);
    } else if (rest !== undefined) {
      yield `${begun.get(thread) ?? ''}${rest}`;
      begun.delete(thread);
    } else {
      yield text;
    }
  }
}

/**
 * Reads the calls that concern the database in this folder; the shared memory beside it does not
 * outlive a power cut.
 */
export function callsIn(log: string, folder: string): Call[] {
  const files = new Map<string, string>();
  const calls: Call[] = [];
  const inFolder = (path: string) =>
    path.startsWith(`${folder}/`) && !path.endsWith('-shm')
      ? path.slice(folder.length + 1)
      : undefined;
  for (const line of wholeCalls(log)) {
    const [, name, given = '', result = ''] = call.exec(line) ?? [];
    if (!name || result.startsWith('-')) continue;
    const [first = ''] = given.split(', ', 1);
    const file = files.get(first);
    const strings = given.match(/"[^"]*"/g)?.map((text) => bytes(text.slice(1, -1))) ?? [];
    if (name === 'openat') {
      const path = inFolder(String(strings[0]));
      if (path) files.set(result, path);
      else files.delete(result);
    } else if (name === 'close') files.delete(first);
    else if (name === 'write' && first === '1')
      calls.push({ kind: 'said', text: String(strings[0]) });
    else if (name === 'unlink' && inFolder(String(strings[0])))
      calls.push({ kind: 'unlink', file: inFolder(String(strings[0]))! });
    else if (file && name === 'pwrite64')
      calls.push({
        kind: 'write',
        file,
        offset: Number(given.slice(given.lastIndexOf(', ') + 2)),
        data: strings[0]!.subarray(0, Number(result)),
      });
    else if (file && name === 'ftruncate')
      calls.push({
        kind: 'truncate',
        file,
        size: Number(given.slice(given.lastIndexOf(', ') + 2)),
      });
    else if (file && (name === 'fsync' || name === 'fdatasync')) calls.push({ kind: 'sync', file });
    else if (file) throw new Error(`a call that is not understood: ${line.slice(0, 100)}`);
  }
  return calls;
}
