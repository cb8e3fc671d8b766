import { readFileSync, readdirSync } from 'node:fs';

export type BuiltRoute = Readonly<{ pattern: string; kind: 'page' | 'route' }>;

/** Every page and route handler of the build, as its manifest lists them. */
export function builtRoutes(): BuiltRoute[] {
  const manifest = JSON.parse(
    readFileSync('.next/server/app-paths-manifest.json', 'utf8'),
  ) as Record<string, string>;
  return Object.keys(manifest)
    .filter((entry) => !entry.startsWith('/_'))
    .map((entry) => ({
      pattern: entry.replace(/\/(page|route)$/, ''),
      kind: entry.endsWith('/page') ? 'page' : 'route',
    }));
}

/**
 * Its addresses with these values in the places of its parameters; a parameter that is not named
 * stops the test.
 */
export function addressOf(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value is known for [${name}] in ${pattern}`);
    return value;
  });
}

/** The addresses of all files that pages may load. */
export const builtFiles = (): string[] => [
  ...readdirSync('.next/static', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `${entry.parentPath.replace(/^\.next\/static/, '/_next/static')}/${entry.name}`,
    ),
  ...readdirSync('public').map((name) => `/${name}`),
];
