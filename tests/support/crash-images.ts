import type { Chance } from '#tests/support/chance';
import type { Call } from '#tests/support/system-calls';

type Change = Extract<Call, { kind: 'write' | 'truncate' }>;
/** The files of a database as a power cut leaves them. */
export type Image = ReadonlyMap<string, Buffer>;
export type Cut = Readonly<{ image: Image; said: string }>;

const sector = 512;

function changed(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') return Buffer.concat([content.subarray(0, change.size), Buffer.alloc(Math.max(0, change.size - content.length))]);
  const { offset, data } = change;
  const grown = content.length >= offset + data.length ? content : Buffer.concat([content, Buffer.alloc(offset + data.length - content.length)]);
  data.copy(grown, offset);
  return grown;
}

/** A write of which only some sectors have reached the disk. */
function torn({ file, offset, data }: Extract<Change, { kind: 'write' }>, by: Chance): Change[] {
  const parts: Change[] = [];
  for (let at = 0; at < data.length;) {
    const end = Math.min(data.length, at + sector - ((offset + at) % sector));
    if (by.happens(0.5)) parts.push({ kind: 'write', file, offset: offset + at, data: data.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** Of what was not synced yet, something has reached the disk, by chance: nothing, some, nearly all or everything; now and then a part of a write. */
function survivors(pending: readonly Change[], by: Chance): Change[] {
  const share = by.oneOf([0, 0.3, 0.7, 0.95, 1]);
  return pending.filter(() => by.happens(share)).flatMap((change) => (change.kind === 'write' && by.happens(0.15) ? torn(change, by) : [change]));
}

/** The database after a power cut before each of these calls (in order): all that was synced is there, and of the rest whatever chance leaves. */
export function* cutsAt(base: Image, calls: readonly Call[], places: readonly number[], by: Chance): Generator<Cut> {
  const synced = new Map<string, Buffer>([...base].map(([file, content]) => [file, Buffer.from(content)]));
  let pending: Change[] = [];
  let unlinked: string[] = [];
  let said = '';
  let next = 0;
  for (const [i, call] of [...calls, { kind: 'said', text: '' } as const].entries()) {
    for (; places[next] === i; next += 1) {
      const image = new Map<string, Buffer>([...synced].map(([file, content]) => [file, Buffer.from(content)]));
      for (const change of survivors(pending, by)) image.set(change.file, changed(image.get(change.file) ?? Buffer.alloc(0), change));
      for (const file of unlinked) if (by.happens(0.5)) image.delete(file);
      yield { image, said };
    }
    if (call.kind === 'said') said += call.text;
    else if (call.kind === 'unlink') unlinked.push(call.file);
    else if (call.kind === 'sync') {
      for (const change of pending) if (change.file === call.file) synced.set(change.file, changed(synced.get(change.file) ?? Buffer.alloc(0), change));
      pending = pending.filter(({ file }) => file !== call.file);
    } else {
      // What is written after a file was taken away begins a new one.
      if (unlinked.includes(call.file)) synced.delete(call.file);
      unlinked = unlinked.filter((file) => file !== call.file);
      pending.push(call);
    }
  }
}
