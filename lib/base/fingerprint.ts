import 'server-only';
import { createHash } from 'node:crypto';

/**
 * What a person was shown, as 64 hexadecimal digits that their confirmation carries: it counts only
 * while the same would be shown. `shown` is made of what JSON holds, in an order that does not
 * change.
 */
export const fingerprintOfShown = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex');
