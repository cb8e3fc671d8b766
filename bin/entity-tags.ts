import type { IncomingMessage } from 'node:http';

/** Whether the reader holds this version already: If-None-Match names it, or any. */
export function holdsTag({ headers }: IncomingMessage, tag: string): boolean {
  const held = headers['if-none-match'];
  return (
    held !== undefined &&
    (held === tag ||
      held
        .split(',')
        .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag))
  );
}
