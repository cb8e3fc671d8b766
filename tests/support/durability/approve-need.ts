import { closeDatabase } from '#db/client';
import { actorOfSession } from '#lib/sessions/sessions';
import { approveNeed } from '#lib/needs/entry/commands';

/**
 * A program of its own, as another process of the register: approves a need. Arguments: session,
 * need, version.
 */
const [session = '', id = '', version = ''] = process.argv.slice(2);
const outcome = await approveNeed(await actorOfSession(session), { id, version: Number(version) });
process.stdout.write(JSON.stringify(outcome));
await closeDatabase();
