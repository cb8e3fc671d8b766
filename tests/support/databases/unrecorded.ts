import { transaction, type Writer } from '#db/client';
import { forgetWrittenRows } from '#db/contents/written-rows';
import { rows } from '#tests/support/databases/sql';

/** Writes what the case needs without a change of the log, as no command of the register may. */
export const unrecorded = <T>(work: (tx: Writer) => Promise<T>): Promise<T> =>
  transaction(async (tx) => {
    const result = await work(tx);
    await forgetWrittenRows(tx);
    return result;
  });

const isSqlite = () => process.env.DATABASE_URL!.startsWith('file:');

const guards = () =>
  isSqlite()
    ? `select name, tbl_name as on_table from sqlite_schema where type = 'trigger'`
    : `select t.tgname as name, c.relname as on_table from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
       where p.proname in ('append_only', 'moves_with_logs')`;

/** Takes the triggers away that keep the register append-only, as whoever owns the database can. */
export async function dropGuards(): Promise<void> {
  for (const { name, on_table: table } of await rows(guards()))
    await rows(`drop trigger "${name}"${isSqlite() ? '' : ` on "${table}"`}`);
}
