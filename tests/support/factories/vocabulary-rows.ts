import { readFileSync } from 'node:fs';
import type { Names } from '#lib/convention/names';

/** The vocabulary as the first migrations fill it. */
const rows = readFileSync('db/migrations/sqlite/0001_vocabulary.sql', 'utf8')
  .split('--> statement-breakpoint')
  .map((statement) =>
    [
      ...statement.matchAll(
        /^\('[0-9a-f-]{36}', '([^']+)', '(\{.*\})', \d+, 0(?:, '([^']+)')?\)/gm,
      ),
    ].map(([, code = '', names = '', parent = '']) => ({
      code,
      parent,
      names: JSON.parse(names.replaceAll("''", "'")) as Names,
    })),
  );
const [subcategory = [], topic = [], type = [], tag = []] = rows;
export const vocabulary = { subcategory, topic, type, tag };
