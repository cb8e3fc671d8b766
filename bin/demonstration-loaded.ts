import { eq } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need } from '#db/schema';
import { hub } from '#db/schema/assistance';
import { demonstrationAccounts } from '#lib/people/accounts/demonstration-accounts';

/**
 * Whether the demonstration is loaded already (accounts, samples and assistance), so that a start
 * need not import its loader.
 */
export async function demonstrationLoaded(): Promise<boolean> {
  const [accounts] = await read()
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, demonstrationAccounts[0]!.email));
  const [samples] = await read()
    .select({ id: need.id })
    .from(need)
    .where(eq(need.status, 'draft'))
    .limit(1);
  const [hubs] = await read().select({ id: hub.id }).from(hub).limit(1);
  return accounts !== undefined && samples !== undefined && hubs !== undefined;
}
