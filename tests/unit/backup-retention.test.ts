import { describe, expect, it } from 'vitest';
import {
  backupName,
  expiredBackups,
  parseBackupName,
  type BackupName,
} from '#lib/operation/backups/retention';

const minute = 60_000;
const backupAt = (time: number): BackupName => {
  const at = new Date(time).toISOString();
  return { name: backupName(at), at };
};

/** The backups that are there after one every 15 minutes of this many days. */
function afterDays(days: number, start = Date.UTC(2025, 0, 1)) {
  let kept: BackupName[] = [];
  for (let at = start; at <= start + days * 1440 * minute; at += 15 * minute) {
    kept.push(backupAt(at));
    const expired = new Set(expiredBackups(kept));
    kept = kept.filter(({ name }) => !expired.has(name));
  }
  return kept.map(({ at }) => at);
}

describe('the backups that are kept', () => {
  it('are all of the last 24 hours, the last of each of 14 days and of each of 12 months', () => {
    const kept = afterDays(400);
    const last = Date.UTC(2025, 0, 1) + 400 * 1440 * minute;
    const ofLastDay = kept.filter((at) => Date.parse(at) >= last - 1440 * minute);
    expect(ofLastDay).toHaveLength(97);
    const days = new Set(kept.map((at) => at.slice(0, 10)));
    for (let n = 0; n < 14; n += 1)
      expect(days).toContain(new Date(last - n * 1440 * minute).toISOString().slice(0, 10));
    const months = new Set(kept.map((at) => at.slice(0, 7)));
    expect([...months].toSorted()).toHaveLength(12);
    expect(kept.length).toBeLessThan(97 + 14 + 12);
  });

  it('are not taken away by a clock that jumps far ahead, nor by one that goes back', () => {
    const start = Date.UTC(2026, 5, 10, 12);
    const usual = [0, 1, 2, 3, 4, 5].map((days) => backupAt(start - days * 1440 * minute));
    const ahead = backupAt(Date.UTC(2031, 0, 1));
    expect(expiredBackups([...usual, ahead])).toEqual([]);
    const afterwards = backupAt(start + 15 * minute);
    expect(expiredBackups([...usual, ahead, afterwards])).not.toContain(afterwards.name);
  });

  it('are known by their names, and no other file is ever taken for one', () => {
    const { name, at } = backupAt(Date.UTC(2026, 10, 30, 21, 45, 7));
    expect(name).toBe('register-20261130T214507Z.backup');
    expect(parseBackupName(name)).toEqual({ name, at });
    for (const other of ['register.db', `${name}.part`, `my-${name}`, '', 'last-attempt.json'])
      expect(parseBackupName(other)).toBeUndefined();
  });
});
