import { describe, expect, it } from 'vitest';
import { emailField } from '#lib/people/accounts/schema';

const read = (address: string) => {
  const { success, data, error } = emailField.safeParse(address);
  return success ? data : error.issues[0]!.message;
};

describe('an address of a new account', () => {
  it.each([
    0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x061c, 0x00ad,
    0x034f, 0x115f, 0x180e, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0041, 0x00a0, 0x2028, 0x0000,
  ])('with the unseen character %i is refused, wherever it stands', (code) => {
    const sign = String.fromCodePoint(code);
    for (const address of [`na${sign}me@example.org`, `name@exam${sign}ple.org`]) {
      expect(read(address)).toBe('emailInvisible');
    }
  });

  it.each(['pаypal@example.org', 'name@exаmple.org', 'οffice@example.org'])(
    'that mixes alphabets with letters that look alike is refused: %s',
    (address) => {
      expect(read(address)).toBe('emailScripts');
    },
  );

  it.each([
    [' Name@Example.org ', 'name@example.org'],
    ['анна@пример.рф', 'анна@пример.рф'],
    ['name@пример.org', 'name@пример.org'],
    ['名字@example.org', '名字@example.org'],
  ])('%j is read as %s', (written, address) => {
    expect(read(written)).toBe(address);
  });
});
