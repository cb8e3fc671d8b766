import { describe, expect, it } from 'vitest';
import { findPatterns, type FoundPattern } from '#tests/support/patterns/find-patterns';
import { slowInput } from '#tests/support/patterns/slow-input';
import { constructedPatterns } from '#tests/support/patterns/constructed-patterns';

/** Patterns that read nothing but the project's own sources. */
const readsOwnSources = ['bin/house/imports.ts'];
/** The shorter ones find at once what would take minutes at the longest. */
const lengths = [2000, 20_000, 200_000];

const { patterns, constructed } = findPatterns(['lib', 'app', 'components', 'bin', 'db']);
const all: readonly FoundPattern[] = [...patterns, ...(await constructedPatterns())].filter(
  ({ place }) => !readsOwnSources.includes(place.split(':')[0]!),
);

/** How long the processor worked on it, in ms: waiting behind others does not count. */
const millisecondsOf = (work: () => unknown): number => {
  const start = process.threadCpuUsage();
  work();
  return process.threadCpuUsage(start).user / 1000;
};

/** The texts of one length that a pattern may find hard: its own characters, repeated. */
function hardTexts(source: string, length: number): string[] {
  const literal = source.replaceAll(/\\[a-zA-Z](?:\{[^{}]*\})?|[\\^$*+?.()[\]{}|]/gu, '');
  const pieces = [literal, ...literal.slice(0, 12), ' ', '\t', 'a', '0', '.', '-', '\u00a0\u200e'];
  const repeated = [...new Set(pieces)].filter(Boolean);
  return repeated.map((piece) => `${piece.repeat(Math.ceil(length / piece.length))}\u0000`);
}

describe('a regular expression', () => {
  it('is found in each place of the sources that constructs one', async () => {
    const covered = new Set((await constructedPatterns()).map(({ place }) => place));
    expect(constructed.filter((file) => !covered.has(file))).toEqual([]);
    expect(patterns.length).toBeGreaterThan(250);
  });

  it.each([
    [/^\s*\d{0,9}\s*$/u, ' '],
    [/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, '.'],
    [/(^|[;\t\r\n])([\s\p{Cf}]*)(?==)/gu, '\t'],
    [/\s*[\r\n]+\s*/gu, ' '],
    [/[二两三]+(?=个)/u, '二'],
    [/\s+$/u, ' '],
    [/(?:a+)+$/u, 'a'],
    [/(a|a)*b/u, 'a'],
    [/<script\b[^>]*>/gu, '<script'],
    [/^(?:[\s\p{Cf}]|\ufeff)*=/u, '\ufeff'],
  ] as const)('that is not linear is recognised: %s', (pattern, part) => {
    expect(slowInput(pattern.source, pattern.flags)?.repeated).toContain(part);
  });

  it.each([/\s+/gu, /^\d{1,9}$/u, /^[^@]+@[^@.]+\.[^@]+$/u, /^\s*x/u, /a+b?/gu, /^(?:ab)*$/u])(
    'that is linear is not called slow: %s',
    (pattern) => expect(slowInput(pattern.source, pattern.flags)).toBeUndefined(),
  );

  it.each(all)('is linear: $place /$source/$flags', ({ source, flags }) => {
    expect(slowInput(source, flags)).toBeUndefined();
  });

  it('reads 200,000 characters of its own kind hardly slower than a plain one', () => {
    const fairOf = (length: number) =>
      Math.max(
        millisecondsOf(() =>
          hardTexts('abc', length).map((text) => text.replaceAll(/[a-z]/gu, 'x')),
        ),
        10,
      );
    const slow = lengths.flatMap((length) => {
      const most = 20 * fairOf(length);
      const takesLong = ({ source, flags }: FoundPattern, text: string) =>
        millisecondsOf(() => text.replace(new RegExp(source, flags), '')) > most;
      // A collection of garbage may fall into one reading, not into each of three.
      const isSlow = (pattern: FoundPattern) =>
        hardTexts(pattern.source, length).some((text) =>
          [1, 2, 3].every(() => takesLong(pattern, text)),
        );
      return all.find(isSlow) ?? [];
    });
    expect(slow).toEqual([]);
  });
});
