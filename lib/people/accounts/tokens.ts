import 'server-only';
import { createHash } from 'node:crypto';

/** The hash of a one-time token, which is stored in its place. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');
