import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { genesisHash, recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { account, register } from '#db/schema';

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

/** The id of the account of a program, which cannot sign in; creates it if necessary. */
export async function systemAccount(tx: Writer, name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@system.invalid`;
  const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, email));
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(account).values({
    id,
    email,
    name,
    role: 'system',
    active: false,
    createdAt: new Date().toISOString(),
  });
  return id;
}

/**
 * Creates the row of a new register, or checks that an existing one is of this kind: demonstration
 * accounts never enter a real register.
 * @throws Error with one line for the operator where the register is of the other kind.
 */
export async function openRegister({
  demonstration,
}: {
  demonstration: boolean;
}): Promise<{ made: boolean }> {
  const existing = await registerRow();
  if (existing && existing.demonstration !== demonstration) {
    throw new Error(
      existing.demonstration
        ? 'This database holds a demonstration register. Start it without DEMO=0, or name another database in DATABASE_URL.'
        : 'This database holds a real register. Start it with DEMO=0, or name another database in DATABASE_URL.',
    );
  }
  if (existing) return { made: false };
  return transaction(async (tx) => {
    const [created] = await tx
      .insert(register)
      .values({
        id: 1,
        demonstration,
        secret: randomBytes(32).toString('base64url'),
        revision: 0,
        headHash: genesisHash,
        eventSeq: 0,
        eventHash: genesisHash,
        createdAt: new Date().toISOString(),
      })
      .onConflictDoNothing()
      .returning({ id: register.id });
    if (!created) return { made: false };
    const actorId = await systemAccount(tx, 'Register');
    await recordChange(tx, {
      actorId,
      verb: 'open',
      entity: 'register',
      entityId: '1',
      data: { demonstration },
    });
    return { made: true };
  });
}
