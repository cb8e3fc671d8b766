import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { read, transaction, type Reader } from '#db/client';
import { lockHeads } from '#db/contents/pending-changes';
import { register } from '#db/schema';
import { verification } from '#db/schema/verification';
import type { Fault } from '#db/contents/fault';
import { headText } from '#lib/base/verification';
import { LoggedContents, verifyContents } from '#lib/people/audit/verify-contents';
import { verifyLog, type Head } from '#lib/people/audit/verify-log';

/** The result of a verification: the head of the register, and the first fault. */
export type VerificationResult = Readonly<{
  head: Head;
  fault?: Fault;
  /** Whether an older register has not been sealed, so that only its logs could be verified. */
  unsealed: boolean;
}>;

const noHead: Head = { seq: 0, hash: '' };

async function readHeads(from: Reader): Promise<{ changes: Head; events: Head } | undefined> {
  const [row] = await from.select().from(register).where(eq(register.id, 1));
  return (
    row && {
      changes: { seq: row.revision, hash: row.headHash },
      events: { seq: row.eventSeq, hash: row.eventHash },
    }
  );
}

/** Whether the log has the row of an earlier head. */
function faultOfEarlierHead(earlier: Head, found: string | undefined): Fault | undefined {
  if (found === earlier.hash) return undefined;
  const kind = found === undefined ? 'cut' : 'other-head';
  return { kind, table: 'change', id: String(earlier.seq), seq: earlier.seq };
}

async function verifyOnce(from: Reader, earlier: Head | null): Promise<VerificationResult> {
  const heads = await readHeads(from);
  const lost: Fault = { kind: 'missing', table: 'register', id: '1', seq: null };
  if (!heads) return { head: noHead, fault: lost, unsealed: false };
  const logged = new LoggedContents();
  let earlierHash: string | undefined;
  let covers = false;
  let uncovered: Fault | undefined;
  const changes = await verifyLog(from, 'change', heads.changes, ({ seq, hash, contents }) => {
    if (seq === earlier?.seq) earlierHash = hash;
    if (covers && !contents)
      uncovered ??= { kind: 'altered', table: 'change', id: String(seq), seq };
    if (!contents) return;
    covers = true;
    logged.add(seq, contents);
  });
  const head = heads.changes;
  if (changes.fault) return { head, fault: changes.fault, unsealed: !covers };

  let rewritten: Fault | undefined;
  const events = await verifyLog(from, 'event', heads.events, ({ seq, hash }) => {
    const named = logged.events.get(seq);
    logged.events.delete(seq);
    if (named && named.hash !== hash)
      rewritten ??= { kind: 'altered', table: 'event', id: String(seq), seq };
  });
  const [lostEvent] = logged.events.keys();
  const cutEvent: Fault | undefined =
    lostEvent === undefined
      ? undefined
      : { kind: 'cut', table: 'event', id: String(events.last.seq + 1), seq: events.last.seq + 1 };
  const fault =
    (earlier && faultOfEarlierHead(earlier, earlierHash)) ??
    uncovered ??
    events.fault ??
    rewritten ??
    cutEvent ??
    (covers ? await verifyContents(from, logged) : undefined);
  return { head, fault: fault ?? undefined, unsealed: !covers };
}

/**
 * Recomputes both logs and the digest of every row that the change log covers, and looks for an
 * earlier head if one is given. Where it finds a fault it looks once more with the logs locked,
 * because somebody may have written in between.
 */
async function verify(earlier: Head | null): Promise<VerificationResult> {
  const result = await verifyOnce(read(), earlier);
  if (!result.fault || result.head === noHead) return result;
  return transaction(async (tx) => {
    await lockHeads(tx);
    return verifyOnce(tx, earlier);
  });
}

/** Verifies the register and stores the result, which the audit page shows. */
export async function verifyRegister(earlier: Head | null = null): Promise<VerificationResult> {
  const result = await verify(earlier);
  const { head, fault } = result;
  await transaction(async (tx) => {
    await tx.insert(verification).values({
      id: randomUUID(),
      at: new Date().toISOString(),
      sound: fault === undefined,
      seq: head.seq,
      hash: head.hash,
      expected: earlier && headText(earlier.seq, earlier.hash),
      fault: fault ?? null,
    });
  });
  return result;
}
