import { rows } from '#tests/support/databases/sql';

/** One save that was acknowledged. */
export type Saved = Readonly<{ id: string; version: number; verb: string; text: string }>;

/**
 * The saves that a program of tests/support/durability/save-and-report.ts has acknowledged; a line that was cut
 * off counts for nothing.
 */
export const savesIn = (said: string): Saved[] =>
  [...said.matchAll(/^saved (\S+) (\d+) (\w+) (.+)\n/gm)].map(
    ([, id = '', version = '', verb = '', text = '']) => ({
      id,
      version: Number(version),
      verb,
      text,
    }),
  );

/**
 * Acknowledged saves that are not there once, as they were acknowledged; and needs that were
 * entered twice.
 */
export async function lostOrDoubled(saves: readonly Saved[]): Promise<string[]> {
  const lost: string[] = [];
  for (let i = 0; i < saves.length; i += 500) {
    const some = saves.slice(i, i + 500);
    const found = await rows<{
      need_id: string;
      version: number;
      verb: string;
      text: string;
      current: number;
    }>(
      `select v.need_id, v.version, v.verb, v.text, n.version as current from need_version v join need n on n.id = v.need_id where v.need_id in (${some.map(() => '?').join()})`,
      some.map(({ id }) => id),
    );
    for (const { id, version, verb, text } of some) {
      const there = found.filter(
        (row) =>
          row.need_id === id &&
          row.version === version &&
          row.verb === verb &&
          row.text === text &&
          row.current >= version,
      );
      if (there.length !== 1) lost.push(`${verb} of ${id}: ${there.length} times`);
    }
  }
  const twice = await rows<{ text: string }>(
    `select text from need where text like 'Saved %' group by text having count(*) > 1`,
  );
  return [...lost, ...twice.map(({ text }) => `${text} stands in several needs`)];
}
