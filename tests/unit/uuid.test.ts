import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { isUuid } from '#lib/text/uuid';

it('an id is a UUID in small letters, and nothing around it', () => {
  const id = randomUUID();
  for (const sound of [id, '00000000-0000-4000-8000-000000000001'])
    expect(isUuid(sound)).toBe(true);
  for (const unsound of [
    '',
    id.toUpperCase(),
    ` ${id}`,
    `${id}\n`,
    `${id}0`,
    id.slice(1),
    id.replaceAll('-', ''),
    '-'.repeat(36),
    `g${id.slice(1)}`,
  ])
    expect(isUuid(unsound), unsound).toBe(false);
});
