import { expect, it } from 'vitest';
import { contributorSchema } from '#lib/people/colleagues/schema';

const fault = (fields: Readonly<Record<string, string>>) =>
  contributorSchema.safeParse({ name: 'Ada', email: 'ada@example.org', ...fields }).error?.issues[0]
    ?.message;

it('a name that cannot be stored or an address with control characters is refused', () => {
  expect(fault({})).toBeUndefined();
  expect(fault({ name: 'A\uD800da' })).toBe('unreadable');
  for (const email of ['a\u0001@example.org', 'a@exam\u007Fple.org', 'a@example.o\u0085rg'])
    expect(fault({ email }), JSON.stringify(email)).toBe('emailInvisible');
});
