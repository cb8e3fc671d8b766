import { describe, expect, it } from 'vitest';
import { locales } from '#lib/convention/names';
import { securityText } from '#lib/server/security-text';

const contact = 'mailto:security@example.org';
const fieldsOf = (publicUrl: string, now: Date) => {
  const text = securityText({ publicUrl: new URL(publicUrl), securityContact: contact }, now);
  expect(text).toMatch(/^(?:[A-Z][A-Za-z-]+: [^\r\n]+\r\n)+$/);
  return Object.fromEntries(
    text
      .trimEnd()
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
};

describe('security.txt', () => {
  it('has the fields of RFC 9116, in the six languages of the register', () => {
    const now = new Date('2026-11-30T12:34:56.789Z');
    expect(fieldsOf('https://register.example.org', now)).toEqual({
      Contact: contact,
      Expires: '2027-05-29T00:00:00Z',
      'Preferred-Languages': locales.join(', '),
      Canonical: 'https://register.example.org/.well-known/security.txt',
    });
  });

  it('expires in half a year, whenever it is asked for', () => {
    for (const year of [2026, 2031, 2099]) {
      const now = new Date(`${year}-06-15T23:59:59Z`);
      const left = Date.parse(fieldsOf('http://localhost:3000', now).Expires!) - now.getTime();
      expect(left / 86_400_000).toBeGreaterThan(178);
      expect(left / 86_400_000).toBeLessThan(181);
    }
  });

  it('names no address of its own where that is not https', () => {
    expect(fieldsOf('http://localhost:3000', new Date())).not.toHaveProperty('Canonical');
  });
});
