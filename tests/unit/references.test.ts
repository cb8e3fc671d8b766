import { expect, it } from 'vitest';
import { looksLikeReference, referenceOf } from '#lib/needs/model/reference';

it('a reference names the State, the cycle and the number, and is known again', () => {
  expect(referenceOf('KEN', 2, 14)).toBe('KEN-2-014');
  expect(referenceOf('KEN', 1, 1234)).toBe('KEN-1-1234');
  expect(looksLikeReference(referenceOf('KEN', 2, 14))).toBe(true);
  expect(looksLikeReference(referenceOf('KEN', 1, 1234))).toBe(true);
  for (const other of ['', 'KEN-2-14', 'KEN-3-014', 'ken-2-014', 'KEN-2-014 ', '2-014', '14'])
    expect(looksLikeReference(other), other).toBe(false);
});
