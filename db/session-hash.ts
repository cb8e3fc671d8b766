import { createHash } from 'node:crypto';

/** The hash of what a session's cookie contains, which the database stores in its place. */
export const sessionHash = (id: string): string => createHash('sha256').update(id).digest('hex');
