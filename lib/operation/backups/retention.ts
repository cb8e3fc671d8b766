/** A backup in its folder: its name and the instant of it, as ISO text. */
export type BackupName = Readonly<{ name: string; at: string }>;

const day = 86_400_000;
const daysKept = 14;
const monthsKept = 12;

const namePattern = /^register-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?\.backup$/;

/** The name of a backup made at an instant. */
export const backupName = (at: string): string =>
  `register-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`;

/** The instant of a backup by its name; undefined for any other file. */
export function parseBackupName(name: string): BackupName | undefined {
  const [, year, month, date, hour, minute, second] = namePattern.exec(name) ?? [];
  if (year === undefined) return undefined;
  return { name, at: `${year}-${month}-${date}T${hour}:${minute}:${second}.000Z` };
}

/** The latest of each period, for the last `count` periods that have any. */
function latestOfEach(newestFirst: readonly BackupName[], length: number, count: number) {
  const found = new Map<string, string>();
  for (const { name, at } of newestFirst) {
    const period = at.slice(0, length);
    if (!found.has(period) && found.size < count) found.set(period, name);
  }
  return found.values();
}

/**
 * The backups that are no longer kept: all of the last 24 hours are, the last of each of 14 days and
 * the last of each of 12 months. Time is told by the backups themselves, so that neither a clock that
 * jumps nor a long standstill takes any away.
 */
export function expiredBackups(backups: readonly BackupName[]): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => Number(b.at > a.at) - Number(b.at < a.at));
  const newest = Date.parse(newestFirst[0]?.at ?? '');
  const recent = newestFirst.filter(({ at }) => newest - Date.parse(at) <= day);
  const kept = new Set([
    ...recent.map(({ name }) => name),
    ...latestOfEach(newestFirst, 'yyyy-mm-dd'.length, daysKept),
    ...latestOfEach(newestFirst, 'yyyy-mm'.length, monthsKept),
  ]);
  return newestFirst.map(({ name }) => name).filter((name) => !kept.has(name));
}
