import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Import } from '#lib/needs/imports/commands';
import type { FileNamed } from '#lib/needs/imports/pipeline/csv-file';
import { kinds, targets, type Target } from '#lib/needs/imports/pipeline/vocabulary';

export const usage = `npm run import -- --states states.csv --needs needs.csv [--as ${targets.join('|')}]
One of the files may be left out. Needs are left approved unless --as says otherwise.`;

const options = {
  states: { type: 'string', multiple: true },
  needs: { type: 'string', multiple: true },
  as: { type: 'string', default: 'approved' },
  help: { type: 'boolean' },
} as const;

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}.\n${usage}`, { cause: error });
  }
}

/** Returns what to import; nothing if only the usage is wanted. */
export function parseArguments(args: readonly string[], folder: string): Import | undefined {
  const { as, help, ...names } = parseOptions(args);
  if (help) return undefined;
  const files = kinds.flatMap((kind) =>
    (names[kind] ?? []).map((name): FileNamed => ({ kind, name, path: resolve(folder, name) })),
  );
  if (files.length === 0) throw new Error(`Name a file to import.\n${usage}`);
  const repeated = kinds.find((kind) => (names[kind]?.length ?? 0) > 1);
  if (repeated)
    throw new Error(
      `--${repeated} is given ${names[repeated]!.length} times; an import takes one file of a kind.\n${usage}`,
    );
  if (!targets.includes(as as Target))
    throw new Error(`--as is ${targets.join(', ')}, not "${as}".\n${usage}`);
  return { files, target: as as Target };
}
