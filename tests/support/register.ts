/** A new register in this test file's own database. Imports late, because db/ reads DATABASE_URL when it is loaded. */
export async function freshRegister({ demonstration = false }: { demonstration?: boolean } = {}): Promise<void> {
  const { migrate } = await import('#db/migrate');
  await migrate();
  const { openRegister } = await import('#db/open');
  await openRegister({ demonstration });
}
