import { describe, expect, it } from 'vitest';
import { networkFileSystem } from '#db/sqlite';

describe('a folder that a register may lie in', () => {
  it.each([
    [0x6969, 'nfs'],
    [0xfe534d42, 'smb2'],
    [0xff534d42, 'cifs'],
    [0xff534d42 | 0, 'cifs'],
    [0x01021997, '9p'],
  ])('is not on the network: %i is %s', (type, kind) => {
    expect(networkFileSystem(type)).toBe(kind);
  });

  it.each([0xef53, 0x01021994, 0x9123683e, 0x58465342])('may be on a local disk: %i', (type) => {
    expect(networkFileSystem(type)).toBeUndefined();
  });
});
