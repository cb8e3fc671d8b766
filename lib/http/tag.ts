import 'server-only';
import { createHash } from 'node:crypto';

/** The tag of an answer that these parts determine: revision, day, question, language, scope. */
export const tagOf = (...parts: readonly unknown[]): string =>
  `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** Whether a reader holds this answer already, by its If-None-Match. */
export const holds = (request: Request, tag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);
