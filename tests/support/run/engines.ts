import { engine } from '#db/engine';
import { campaign } from '#tests/support/run/campaign';

/**
 * True on SQLite, and in a campaign on both engines: for what reads once what both engines store
 * alike and then looks at
 * words, layouts and files alone, or at what an HTTP server makes of it.
 */
export const onOneEngine = engine === 'sqlite' || campaign;
