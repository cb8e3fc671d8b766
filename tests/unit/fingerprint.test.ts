import { expect, it } from 'vitest';
import { confirmationFingerprint } from '#lib/base/fingerprint';

it('names what was shown, and nothing else', () => {
  expect(confirmationFingerprint(['a', [['b', 1]]])).toBe(
    '8116adecce5f2100c5a238ecf85a7ceff0e9908c8bec53bebf962cb3f509f09f',
  );
  expect(confirmationFingerprint(['a', [['b', 1]]])).not.toBe(
    confirmationFingerprint(['a', [['b', 2]]]),
  );
  expect(confirmationFingerprint([['a'], ['b']])).not.toBe(confirmationFingerprint([['b'], ['a']]));
});
