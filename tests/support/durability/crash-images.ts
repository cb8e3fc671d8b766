import type { Chance } from '#tests/support/run/seeded-random';
import type { Call } from '#tests/support/durability/system-calls';

type Change = Extract<Call, { kind: 'write' | 'truncate' }>;
/** The files of a database as a power cut leaves them. */
export type Image = ReadonlyMap<string, Buffer>;
export type Cut = Readonly<{ image: Image; said: string }>;

const sector = 512;

/** A file that grows by doubling: thousands of writes go into one image. */
type Content = { bytes: Buffer; length: number };
const contentOf = (bytes: Buffer): Content => ({ bytes: Buffer.from(bytes), length: bytes.length });

function apply(files: Map<string, Content>, change: Change) {
  const content = files.get(change.file) ?? { bytes: Buffer.alloc(0), length: 0 };
  files.set(change.file, content);
  const end = change.kind === 'truncate' ? change.size : change.offset + change.data.length;
  if (end > content.bytes.length)
    content.bytes = Buffer.concat([
      content.bytes.subarray(0, content.length),
      Buffer.alloc(2 * end - content.length),
    ]);
  if (end > content.length) content.bytes.fill(0, content.length, end);
  if (change.kind === 'write') change.data.copy(content.bytes, change.offset);
  content.length = change.kind === 'truncate' ? end : Math.max(content.length, end);
}

/** A write of which only some sectors have reached the disk. */
function torn({ file, offset, data }: Extract<Change, { kind: 'write' }>, by: Chance): Change[] {
  const parts: Change[] = [];
  for (let at = 0; at < data.length;) {
    const end = Math.min(data.length, at + sector - ((offset + at) % sector));
    if (by.happens(0.5))
      parts.push({ kind: 'write', file, offset: offset + at, data: data.subarray(at, end) });
    at = end;
  }
  return parts;
}

/**
 * Of what was not synced yet, something has reached the disk, by chance: nothing, some, nearly all
 * or everything; now and then a part of a write.
 */
function survivors(pending: readonly Change[], by: Chance): Change[] {
  const share = by.oneOf([0, 0.3, 0.7, 0.95, 1]);
  return pending
    .filter(() => by.happens(share))
    .flatMap((change) =>
      change.kind === 'write' && by.happens(0.15) ? torn(change, by) : [change],
    );
}

/**
 * The database after a power cut before each of these calls (in order): all that was synced is
 * there, and of the rest whatever chance leaves.
 */
export function* cutsAt(
  base: Image,
  calls: readonly Call[],
  places: readonly number[],
  by: Chance,
): Generator<Cut> {
  const synced = new Map([...base].map(([file, bytes]) => [file, contentOf(bytes)]));
  let pending: Change[] = [];
  let unlinked: string[] = [];
  let said = '';
  let next = 0;
  for (const [i, call] of [...calls, { kind: 'said', text: '' } as const].entries()) {
    for (; places[next] === i; next += 1) {
      const files = new Map(
        [...synced].map(([file, { bytes, length }]) => [
          file,
          contentOf(bytes.subarray(0, length)),
        ]),
      );
      for (const change of survivors(pending, by)) apply(files, change);
      for (const file of unlinked) if (by.happens(0.5)) files.delete(file);
      yield {
        image: new Map(
          [...files].map(([file, { bytes, length }]) => [file, bytes.subarray(0, length)]),
        ),
        said,
      };
    }
    if (call.kind === 'said') said += call.text;
    else if (call.kind === 'unlink') unlinked.push(call.file);
    else if (call.kind === 'sync') {
      for (const change of pending) if (change.file === call.file) apply(synced, change);
      pending = pending.filter(({ file }) => file !== call.file);
    } else {
      // What is written after a file was taken away begins a new one.
      if (unlinked.includes(call.file)) synced.delete(call.file);
      unlinked = unlinked.filter((file) => file !== call.file);
      pending.push(call);
    }
  }
}
