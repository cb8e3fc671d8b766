import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq, isNotNull } from 'drizzle-orm';
import { read, transaction, type Reader, type Writer } from '#db/client';
import { recordChange } from '#db/change';
import { genesisHash } from '#db/contents/digests';
import { lockHeads } from '#db/contents/pending-changes';
import { sealRows } from '#db/contents/seal';
import { newKey, fingerprintOf, storedKey, writeKey } from '#db/register-key';
import { settleKey } from '#db/settle-key';
import { account, change, register } from '#db/schema';

/** The row of `register`. */
export type Register = Readonly<{ demonstration: boolean; secret: string; revision: number }>;

export async function registerRow(): Promise<Register | undefined> {
  const [row] = await read()
    .select({
      demonstration: register.demonstration,
      secret: register.secret,
      revision: register.revision,
    })
    .from(register)
    .where(eq(register.id, 1));
  return row;
}

/** The head of the change log: its last number and hash. */
export async function logHead(from: Reader = read()): Promise<{ seq: number; hash: string }> {
  const [row] = await from
    .select({ seq: register.revision, hash: register.headHash })
    .from(register)
    .where(eq(register.id, 1));
  return row ?? { seq: 0, hash: genesisHash };
}

/** The head that the change log had at a revision, as SEQ:HASH; null where there is no such change. */
export async function headAt(from: Reader, revision: number): Promise<string | null> {
  const [row] = await from
    .select({ hash: change.hash })
    .from(change)
    .where(eq(change.seq, revision));
  return row ? `${revision}:${row.hash}` : null;
}

/** The programs that write in their own names. A new register has their accounts from the start. */
const programs = ['Register', 'Import', 'Command line', 'Demonstration'] as const;
type Program = (typeof programs)[number];

const systemEmail = (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}@system.invalid`;

async function insertSystemAccount(tx: Writer, name: Program): Promise<string> {
  const id = randomUUID();
  await tx.insert(account).values({
    id,
    email: systemEmail(name),
    name,
    role: 'system',
    active: false,
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** The id of the account of a program, which cannot sign in; creates it if necessary. */
export async function systemAccount(tx: Writer, name: Program): Promise<string> {
  const [known] = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, systemEmail(name)));
  if (known) return known.id;
  const id = await insertSystemAccount(tx, name);
  await recordChange(tx, { actorId: id, verb: 'create', entity: 'account', entityId: id });
  return id;
}

/**
 * Creates the row of a new register, or checks that an existing one is of this kind: demonstration
 * accounts never enter a real register. An existing one of an older release is sealed.
 * @throws Error with one line for the operator where the register is of the other kind or its key is
 * another. The notice is for the operator too.
 */
export async function openRegister({
  demonstration,
}: {
  demonstration: boolean;
}): Promise<Readonly<{ made: boolean; notice?: string }>> {
  const existing = await registerRow();
  if (existing && existing.demonstration !== demonstration) {
    throw new Error(
      existing.demonstration
        ? 'This database holds a demonstration register. Start it without DEMO=0, or name another database in DATABASE_URL.'
        : 'This database holds a real register. Start it with DEMO=0, or name another database in DATABASE_URL.',
    );
  }
  if (existing) {
    const notice = await settleKey(existing.secret);
    await sealOldRegister();
    return notice ? { made: false, notice } : { made: false };
  }
  const key = storedKey() ?? writeKey(newKey());
  const { made } = await transaction(async (tx) => {
    const [created] = await tx
      .insert(register)
      .values({
        id: 1,
        demonstration,
        secret: fingerprintOf(key),
        revision: 0,
        headHash: genesisHash,
        eventSeq: 0,
        eventHash: genesisHash,
        createdAt: new Date().toISOString(),
      })
      .onConflictDoNothing()
      .returning({ id: register.id });
    if (!created) return { made: false };
    const ids = [];
    for (const program of programs) ids.push(await insertSystemAccount(tx, program));
    await sealRows(tx, 'open', ids[0]!, { demonstration });
    return { made: true };
  });
  // Another machine may have made the register with a key of its own.
  if (!made) await settleKey((await registerRow())!.secret);
  return { made };
}

/**
 * Seals a register of a release whose log did not cover contents: one change with the digests of all
 * its rows. Later starts find it sealed.
 */
async function sealOldRegister() {
  const isSealed = async (from: Reader) => {
    const query = from.select({ seq: change.seq }).from(change).where(isNotNull(change.contents));
    return (await query.limit(1)).length > 0;
  };
  if (await isSealed(read())) return;
  await transaction(async (tx) => {
    await lockHeads(tx);
    if (await isSealed(tx)) return;
    await sealRows(tx, 'seal', await systemAccount(tx, 'Register'), {});
  });
}
