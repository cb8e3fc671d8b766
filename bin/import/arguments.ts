import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportInput } from '#lib/needs/imports/commands';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';
import {
  fileKinds,
  publicationChoices,
  targetStatuses,
  type PublicationChoice,
  type TargetStatus,
} from '#lib/needs/imports/pipeline/vocabulary';

export const usage = `npm run import -- --states states.csv --needs needs.csv [--as ${targetStatuses.join('|')}] [--published ${publicationChoices.join('|')}] [--sheet NAME]
One of the files may be left out. Needs are left approved unless --as says otherwise.
The files are CSV, or workbooks (XLSX); --sheet names the sheet where one has several.
--published is required where the states file has no column published_on: completed publishes every
completed summary of the file on its date of completion, none publishes nothing.`;

const options = {
  states: { type: 'string', multiple: true },
  needs: { type: 'string', multiple: true },
  as: { type: 'string', default: 'approved' },
  published: { type: 'string' },
  sheet: { type: 'string' },
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
export function parseArguments(args: readonly string[], folder: string): ImportInput | undefined {
  const { as, published, help, sheet, ...names } = parseOptions(args);
  if (help) return undefined;
  const files = fileKinds.flatMap((kind) =>
    (names[kind] ?? []).map((name): ImportFile => ({
      kind,
      name,
      path: resolve(folder, name),
      ...(sheet === undefined ? {} : { sheet }),
    })),
  );
  if (files.length === 0) throw new Error(`Name a file to import.\n${usage}`);
  const repeated = fileKinds.find((kind) => (names[kind]?.length ?? 0) > 1);
  if (repeated)
    throw new Error(
      `--${repeated} is given ${names[repeated]!.length} times; an import takes one file of a kind.\n${usage}`,
    );
  if (!targetStatuses.includes(as as TargetStatus))
    throw new Error(`--as is ${targetStatuses.join(', ')}, not "${as}".\n${usage}`);
  if (published !== undefined && !publicationChoices.includes(published as PublicationChoice))
    throw new Error(
      `--published is ${publicationChoices.join(' or ')}, not "${published}".\n${usage}`,
    );
  return { files, target: as as TargetStatus, published: published as PublicationChoice };
}
