import { expect, it } from 'vitest';
import { contributorSchema } from '#lib/people/colleagues/schema';

const fault = (fields: Readonly<Record<string, string>>) =>
  contributorSchema.safeParse({ name: 'Ada', email: 'ada@example.org', ...fields }).error?.issues[0]
    ?.message;

it('a name or an address holds no control characters', () => {
  expect(fault({})).toBeUndefined();
  for (const name of ['A\u0000da', 'A\u0001da', 'A\u0085da', 'A\u2028da', 'A\uD800da', 'A\nda'])
    expect(fault({ name }), JSON.stringify(name)).toBe('unreadable');
  for (const email of ['a\u0001@example.org', 'a@exam\u007Fple.org', 'a@example.o\u0085rg'])
    expect(fault({ email }), JSON.stringify(email)).toBe('emailFormat');
});
