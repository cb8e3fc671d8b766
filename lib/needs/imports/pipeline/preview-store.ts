import 'server-only';
import { and, eq, lt, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import type { assistancePreview } from '#db/schema/assistance';
import type { importPreview } from '#db/schema/data-entry';
import type { translationPreview } from '#db/schema/translations';

/** A parsed file that waits for its confirmation. */
type StoredPreview = Readonly<{ id: string; name: string; sha256: string; rows: string }>;
/** The person, and what the file is imported into: one file may wait for each. */
type Owner<Target> = Readonly<{ accountId: string }> & Target;

/** Keeps the files that wait for their confirmation, for a day. */
export type PreviewStore<Target> = Readonly<{
  /** Stores a file in place of the one that waits for the same owner. */
  replace: (tx: Writer, owner: Owner<Target>, preview: StoredPreview) => Promise<void>;
  find: (
    from: Reader | Writer,
    owner: Owner<Target>,
    id: string,
  ) => Promise<StoredPreview | undefined>;
  remove: (tx: Writer, id: string) => Promise<void>;
}>;

type PreviewTable = typeof assistancePreview | typeof importPreview | typeof translationPreview;
type PreviewTableRules<Target> = Readonly<{
  /** Selects the files of an owner. */
  ownedBy: (owner: Owner<Target>) => SQL | undefined;
  insert: (
    tx: Writer,
    row: Owner<Target> & StoredPreview & Readonly<{ createdAt: string }>,
  ) => Promise<unknown>;
}>;

const day = 24 * 3_600_000;

export const previewStore = <Target>(
  table: PreviewTable,
  { ownedBy, insert }: PreviewTableRules<Target>,
): PreviewStore<Target> => ({
  replace: async (tx, owner, preview) => {
    const now = Date.now();
    const expired = lt(table.createdAt, new Date(now - day).toISOString());
    await tx.delete(table).where(or(ownedBy(owner), expired));
    await insert(tx, { ...owner, ...preview, createdAt: new Date(now).toISOString() });
  },
  find: async (from, owner, id) => {
    const [preview] = await from
      .select({ id: table.id, name: table.name, sha256: table.sha256, rows: table.rows })
      .from(table)
      .where(and(eq(table.id, id), ownedBy(owner)));
    return preview;
  },
  remove: async (tx, id) => {
    await tx.delete(table).where(eq(table.id, id));
  },
});
