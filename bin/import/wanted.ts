import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Import } from '#lib/needs/imports/commands';
import type { FileNamed } from '#lib/needs/imports/csv-file';
import { kinds, targets, type Target } from '#lib/needs/imports/vocabulary';

export const usage = `npm run import -- --states states.csv --needs needs.csv [--as ${targets.join('|')}]
One of the files may be left out. Needs are left approved unless --as says otherwise.`;

const options = {
  states: { type: 'string', multiple: true },
  needs: { type: 'string', multiple: true },
  as: { type: 'string', default: 'approved' },
  help: { type: 'boolean' },
} as const;

function given(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}.\n${usage}`, { cause: error });
  }
}

/** What to import; nothing if only the usage was asked for. */
export function wanted(args: readonly string[], fromWhere: string): Import | undefined {
  const { as, help, ...values } = given(args);
  if (help) return undefined;
  const files = kinds.flatMap((kind) =>
    (values[kind] ?? []).map((name): FileNamed => ({ kind, name, path: resolve(fromWhere, name) })),
  );
  const repeated = kinds.find((kind) => (values[kind]?.length ?? 0) > 1);
  if (files.length === 0) throw new Error(`Name a file to import.\n${usage}`);
  if (repeated)
    throw new Error(
      `--${repeated} is given ${values[repeated]!.length} times; an import takes one file of a kind.\n${usage}`,
    );
  if (!targets.includes(as as Target))
    throw new Error(`--as is ${targets.join(', ')}, not "${as}".\n${usage}`);
  return { files, target: as as Target };
}
