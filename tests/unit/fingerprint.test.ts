import { expect, it } from 'vitest';
import { fingerprintOfShown } from '#lib/base/fingerprint';

it('names what was shown, and nothing else', () => {
  expect(fingerprintOfShown(['a', [['b', 1]]])).toBe(
    '8116adecce5f2100c5a238ecf85a7ceff0e9908c8bec53bebf962cb3f509f09f',
  );
  expect(fingerprintOfShown(['a', [['b', 1]]])).not.toBe(fingerprintOfShown(['a', [['b', 2]]]));
  expect(fingerprintOfShown([['a'], ['b']])).not.toBe(fingerprintOfShown([['b'], ['a']]));
});
