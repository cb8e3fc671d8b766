import { describe, expect, it } from 'vitest';
import { callsIn } from '#tests/support/durability/system-calls';

const hex = (text: string) => Buffer.from(text).toString('hex').replaceAll(/../g, '\\x$&');
const opened = `7 openat(AT_FDCWD, "${hex('/db/register.db')}", O_RDWR) = 21`;

describe('what strace wrote of a program that saves', () => {
  it('is read call by call, as far as it concerns the database', () => {
    const log = [
      opened,
      `7 openat(AT_FDCWD, "${hex('/etc/hosts')}", O_RDONLY) = 22`,
      `7 pwrite64(21, "${hex('page')}", 4, 4096) = 4`,
      `7 write(22, "${hex('x')}", 1) = 1`,
      '7 fdatasync(21) = 0',
      `7 write(1, "${hex('saved')}", 5) = 5`,
      '7 fsync(21) = -1 EIO',
    ].join('\n');
    expect(callsIn(log, '/db')).toEqual([
      { kind: 'write', file: 'register.db', offset: 4096, data: Buffer.from('page') },
      { kind: 'sync', file: 'register.db' },
      { kind: 'said', text: 'saved' },
    ]);
  });

  it('may hold calls in two halves, which are read as one where they ended', () => {
    const log = [
      opened,
      `7 pwrite64(21, "${hex('page')}", 4, 0 <unfinished ...>`,
      `8 write(5, "${hex('!')}", 1 <unfinished ...>`,
      '7 <... pwrite64 resumed>) = 4',
      '7 fdatasync(21 <unfinished ...>',
      '8 <... write resumed>) = 1',
      '7 <... fdatasync resumed>) = 0',
      `7 write(1, "${hex('saved')}", 5 <unfinished ...>`,
      '7 <... write resumed>) = 5',
    ].join('\n');
    expect(callsIn(log, '/db')).toEqual([
      { kind: 'write', file: 'register.db', offset: 0, data: Buffer.from('page') },
      { kind: 'sync', file: 'register.db' },
      { kind: 'said', text: 'saved' },
    ]);
  });
});
