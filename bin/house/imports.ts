import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One import of a source file by another, by type or by value. */
export type Import = Readonly<{ from: string; to: string }>;

const sourceFile = /\.tsx?$/;

/** The source files below a folder, sorted. */
export function sourcesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries
    .map((entry) => join(folder, entry).replaceAll('\\', '/'))
    .filter((file) => sourceFile.test(file))
    .toSorted();
}

const ownModule = /^#(lib|db|components|bin)\/(.+)$/;
const importStatement = /(?:from|import)\s*(?:\(\s*)?'([^']+)'/g;
/** An import or export that begins a line; group 1 is `type` where it is erased at run time. */
const staticImport = /^(?:import|export)\s+(type\s)?(?:[^;']*?\sfrom\s+)?'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'/g;

/** `#lib/text/dates` as `lib/text/dates`; undefined for a module that is not the register's own. */
function ownPath(module: string): string | undefined {
  const [, folder, path] = ownModule.exec(module) ?? [];
  return folder && `${folder}/${path}`;
}

/** The register's own modules that a text imports, as paths without extensions. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(importStatement)].flatMap(([, module]) => ownPath(module!) ?? []);

/** What a text loads at run time: own modules as paths without extensions, others by their names. */
export function valueImportsOf(text: string): string[] {
  const loaded = [...text.matchAll(staticImport)].filter(([, isType]) => !isType);
  const modules = [
    ...loaded.map(([, , module]) => module!),
    ...[...text.matchAll(dynamicImport)].map(([, module]) => module!),
  ];
  return modules.map((module) => ownPath(module) ?? module);
}

/** Every import between files of a folder. */
export function importsWithin(folder: string): Import[] {
  return sourcesIn(folder).flatMap((from) =>
    importsOf(readFileSync(from, 'utf8'))
      .filter((to) => to.startsWith(`${folder}/`))
      .map((to) => ({ from, to })),
  );
}

/** The folders that import each other in a circle, by type or by value: one list for each circle. */
export function circlesOf(imports: readonly Import[]): string[][] {
  const importsOfFolder = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [importer, imported] = [dirname(from), dirname(to)];
    if (importer === imported) continue;
    importsOfFolder.set(importer, (importsOfFolder.get(importer) ?? new Set()).add(imported));
  }

  const reachableFrom = (start: string): Set<string> => {
    const reached = new Set<string>();
    const pending = [...(importsOfFolder.get(start) ?? [])];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (reached.has(folder)) continue;
      reached.add(folder);
      pending.push(...(importsOfFolder.get(folder) ?? []));
    }
    return reached;
  };

  const folders = [...importsOfFolder.keys()].toSorted();
  const reachable = new Map(folders.map((folder) => [folder, reachableFrom(folder)]));
  const isMutual = (a: string, b: string) => reachable.get(a)?.has(b) && reachable.get(b)?.has(a);
  const circles = folders.map((folder) => folders.filter((other) => isMutual(folder, other)));
  // Each member of a circle finds the same circle: it stays with its first member.
  return circles.filter((circle, at) => circle[0] === folders[at]);
}
