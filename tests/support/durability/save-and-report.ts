import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { transaction } from '#db/client';
import type { Connection } from '#db/sqlite';
import { actorOfSession } from '#lib/sessions/sessions';
import { editNeed, enterNeed, submitNeed } from '#lib/needs/entry/commands';
import { completeFields } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';

/**
 * A program of its own that saves and says so after each save, until it has entered as many needs
 * as it was told, or is killed.
 * Arguments: session, review, how many (0: without end), and `normal` to plant the setting that
 * loses saves in a power cut.
 */
const [session = '', reviewId = '', many = '0', planted] = process.argv.slice(2);
const actor = await actorOfSession(session);
await transaction(async (tx) => {
  const { $client: connection } = tx as unknown as { $client: Connection };
  // Not within a transaction, where SQLite would leave the setting as it is.
  if (planted === 'normal') setImmediate(() => connection.pragma('synchronous = NORMAL'));
});
await new Promise((resolve) => {
  setTimeout(resolve, 20);
});

const say = (words: string) => writeSync(1, `${words}\n`);
say('begin');
for (let i = 0; many === '0' || i < Number(many); i += 1) {
  const [id, text] = [randomUUID(), `Saved ${randomUUID()}.`];
  const fields = { ...completeFields, text };
  const entered = valueOf(await enterNeed(actor, { id, reviewId, fields }));
  say(`saved ${id} ${entered.version} enter ${text}`);
  const edited = valueOf(
    await editNeed(actor, { ...entered, fields: { ...fields, priority: '2' } }),
  );
  say(`saved ${id} ${edited.version} edit ${text}`);
  const sent = valueOf(await submitNeed(actor, edited));
  say(`saved ${id} ${sent.version} submit ${text}`);
}
say('end');
