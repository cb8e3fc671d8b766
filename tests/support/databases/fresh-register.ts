import { createEmpty } from '#tests/support/databases/databases';
import { copyTemplate } from '#tests/support/databases/templates';

// db/ is imported late, because it reads DATABASE_URL when it is loaded.

/** A database without any table, at the address of this test file. */
export const emptyDatabase = (): Promise<void> => createEmpty(process.env.DATABASE_URL!);

/** A new register in this test file's own database. */
export async function freshRegister({
  demonstration = false,
}: { demonstration?: boolean } = {}): Promise<void> {
  await copyTemplate('migrated', process.env.DATABASE_URL!);
  const { openRegister } = await import('#db/register');
  await openRegister({ demonstration });
}

/** The demonstration register in this test file's own database, as `npm start` loads it. */
export const demonstrationRegister = (): Promise<void> =>
  copyTemplate('demonstration', process.env.DATABASE_URL!);
