import { boolean, integer, json, table, text } from '#db/columns/index';
import type { Fault } from '#db/contents/fault';

/** The results of `npm run verify`: the head that it found, and the first fault. */
export const verification = table('verification', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  sound: boolean('sound').notNull(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
  /** The earlier head that it was asked to find, as SEQ:HASH. */
  expected: text('expected'),
  fault: json<Fault>('fault'),
});
