import 'server-only';
import type { Change } from '#db/change';
import type { Writer } from '#db/client';
import { addPendingChange, lockHeads } from '#db/contents/pending-changes';

/**
 * The changes of a long transaction by one person. It locks the row of `register` from the start, so
 * that no other change comes in between.
 */
export class ChangeBatch {
  readonly #actorId: string;
  #revision: number;

  private constructor(actorId: string, revision: number) {
    this.#actorId = actorId;
    this.#revision = revision;
  }

  static async open(tx: Writer, actorId: string): Promise<ChangeBatch> {
    return new ChangeBatch(actorId, await lockHeads(tx));
  }

  get revision(): number {
    return this.#revision;
  }

  /** Adds a change and returns its number, which is the new revision. */
  add(
    verb: string,
    entity: Change['entity'],
    entityId: string,
    data: Record<string, unknown>,
  ): number {
    this.#revision = addPendingChange({ actorId: this.#actorId, verb, entity, entityId, data });
    return this.#revision;
  }
}
