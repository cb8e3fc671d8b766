import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { chainHash, type Change } from '#db/change';
import type { Writer } from '#db/client';
import { change, register } from '#db/schema';
import { insertRows } from '#db/bulk-rows';

type Head = Readonly<{ revision: number; hash: string }>;

/**
 * The change log of a long transaction. It numbers and chains its rows in memory, as `recordChange`
 * does one by one, and writes many at a time. It locks the row of `register` from the start, so that
 * no other change comes in between. Call `close` last.
 */
export class ChangeBatch {
  readonly #tx: Writer;
  readonly #actorId: string;
  #head: Head;
  #pending: (typeof change.$inferInsert)[] = [];

  private constructor(tx: Writer, actorId: string, head: Head) {
    this.#tx = tx;
    this.#actorId = actorId;
    this.#head = head;
  }

  static async open(tx: Writer, actorId: string): Promise<ChangeBatch> {
    const [head] = await tx
      .update(register)
      .set({ revision: sql`${register.revision}` })
      .where(eq(register.id, 1))
      .returning({ revision: register.revision, hash: register.headHash });
    if (!head) throw new Error('the register has not been opened');
    return new ChangeBatch(tx, actorId, head);
  }

  get revision(): number {
    return this.#head.revision;
  }

  /** Adds a change and returns its number, which is the new revision. */
  add(
    verb: string,
    entity: Change['entity'],
    entityId: string,
    data: Record<string, unknown>,
  ): number {
    const seq = this.#head.revision + 1;
    const at = new Date().toISOString();
    const actorId = this.#actorId;
    const previousHash = this.#head.hash;
    const hash = chainHash(previousHash, [seq, at, actorId, verb, entity, entityId, data]);
    this.#pending.push({ seq, at, actorId, verb, entity, entityId, data, previousHash, hash });
    this.#head = { revision: seq, hash };
    return seq;
  }

  async flush() {
    await insertRows(this.#tx, change, this.#pending);
    this.#pending = [];
  }

  async close() {
    await this.flush();
    await this.#tx
      .update(register)
      .set({ revision: this.#head.revision, headHash: this.#head.hash })
      .where(eq(register.id, 1));
  }
}
