import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One import of a file of the house by another, by type or by value. */
export type Import = Readonly<{ from: string; to: string }>;

const sourceFile = /\.tsx?$/;

/** The source files under a folder, sorted. */
export function sourcesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries
    .map((entry) => join(folder, entry).replaceAll('\\', '/'))
    .filter((file) => sourceFile.test(file))
    .toSorted();
}

const imported = /(?:from|import)\s*\(?\s*'#(lib|db|components|bin)\/([^']+)'/g;

/** What a text imports from the house, as the paths of files without their ending. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(imported)].map(([, top, path]) => `${top}/${path}`);

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
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [a, b] = [dirname(from), dirname(to)];
    if (a !== b) next.set(a, (next.get(a) ?? new Set()).add(b));
  }
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [...(next.get(start) ?? [])];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      waiting.push(...(next.get(folder) ?? []));
    }
    return seen;
  };
  const reach = new Map([...next.keys()].map((folder) => [folder, reached(folder)]));
  const inCircle = (a: string, b: string) => reach.get(a)?.has(b) && reach.get(b)?.has(a);
  const circles: string[][] = [];
  for (const folder of [...next.keys()].toSorted()) {
    if (circles.some((circle) => circle.includes(folder))) continue;
    const others = [...next.keys()].filter((other) => inCircle(folder, other));
    if (others.length > 0) circles.push([...new Set([folder, ...others])].toSorted());
  }
  return circles;
}
