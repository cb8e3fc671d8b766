import 'server-only';
import { inArray } from 'drizzle-orm';
import { insertRows, updateRows } from '#db/bulk-rows';
import type { ChangeBatch } from '#db/change-batch';
import type { Writer } from '#db/client';
import { need, needArticle } from '#db/schema';
import { writeVersions, type NewVersion } from '#lib/needs/store/versions';

type ChangedNeed = Partial<typeof need.$inferInsert> & { id: string };

/** Needs that are written together, with their articles and versions. */
export class NeedBatch {
  readonly #added: (typeof need.$inferInsert)[] = [];
  readonly #changed: ChangedNeed[] = [];
  readonly #articles: (typeof needArticle.$inferInsert)[] = [];
  readonly #versions: NewVersion[] = [];

  add(row: typeof need.$inferInsert, version: NewVersion) {
    this.#added.push(row);
    this.#addVersion(version);
  }

  change(row: ChangedNeed, version: NewVersion) {
    this.#changed.push(row);
    this.#addVersion(version);
  }

  #addVersion(version: NewVersion) {
    const { needId, content } = version;
    this.#articles.push(...content.articles.map((article) => ({ needId, article })));
    this.#versions.push(version);
  }

  async write(tx: Writer, log: ChangeBatch): Promise<void> {
    const changedIds = this.#changed.map(({ id }) => id);
    await insertRows(tx, need, this.#added);
    await updateRows(tx, need, this.#changed);
    if (changedIds.length > 0)
      await tx.delete(needArticle).where(inArray(needArticle.needId, changedIds));
    await insertRows(tx, needArticle, this.#articles);
    await writeVersions(tx, log, this.#versions);
  }
}
