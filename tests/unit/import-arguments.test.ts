import { describe, expect, it } from 'vitest';
import { parseArguments } from '#bin/import/arguments';

describe('the command line of an import', () => {
  it('names files from where the person is, the States first', () => {
    expect(
      parseArguments(
        ['--needs', 'needs.csv', '--states', '../states.csv', '--as', 'draft'],
        '/home/anna/data',
      ),
    ).toEqual({
      target: 'draft',
      files: [
        { kind: 'states', name: '../states.csv', path: '/home/anna/states.csv' },
        { kind: 'needs', name: 'needs.csv', path: '/home/anna/data/needs.csv' },
      ],
    });
    expect(parseArguments(['--needs', '/tmp/needs.csv'], '/')).toMatchObject({
      target: 'approved',
      files: [{ path: '/tmp/needs.csv' }],
    });
    expect(
      parseArguments(['--states', '/tmp/states.csv', '--published', 'none'], '/'),
    ).toMatchObject({ published: 'none' });
  });

  it('wants nothing where help is asked for', () => {
    expect(parseArguments(['--help'], '/')).toBeUndefined();
  });

  it.each([
    [[], 'Name a file to import.'],
    [['--as', 'draft'], 'Name a file to import.'],
    [['--needs'], "Option '--needs <value>' argument missing."],
    [['--file', 'needs.csv'], "Unknown option '--file'."],
    [
      ['needs.csv'],
      "Unexpected argument 'needs.csv'. This command does not take positional arguments.",
    ],
    [
      ['--needs', 'one.csv', '--needs', 'two.csv'],
      '--needs is given 2 times; an import takes one file of a kind.',
    ],
    [
      ['--states', 'states.csv', '--published', 'all'],
      '--published is completed or none, not "all".',
    ],
    [['--needs', 'needs.csv', '--as', 'final'], '--as is draft, submitted, approved, not "final".'],
  ])('%j is refused with the reason and the usage', (given, reason) => {
    expect(() => parseArguments(given, '/')).toThrow(
      new RegExp(
        `^${reason.replaceAll(/[.()<>]/g, '\\$&')}\nnpm run import -- --states states\\.csv --needs needs\\.csv`,
      ),
    );
  });
});
