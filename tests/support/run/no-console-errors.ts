import { format } from 'node:util';
import { afterEach, expect } from 'vitest';

const unexpected: string[] = [];
console.error = (...words: unknown[]) => void unexpected.push(format(...words));

/**
 * A test that expects an error says so: `vi.spyOn(console, 'error').mockImplementation(() =>
 * undefined)`.
 */
afterEach(() => {
  expect(unexpected.splice(0), 'written to console.error').toEqual([]);
});
