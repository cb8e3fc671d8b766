import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type ClientModules = Readonly<Record<string, Readonly<{ chunks: readonly string[] }>>>;

/**
 * What a manifest of a page says that the browser may need: one assignment per page, in plain JSON.
 */
function clientModules(text: string): ClientModules {
  const begin = text.indexOf('] = ');
  return (
    JSON.parse(text.slice(begin + 4).replace(/;?\s*$/, '')) as { clientModules: ClientModules }
  ).clientModules;
}

/**
 * The files that hold components of ours for the browser. A page that names none of them has
 * nothing to run.
 */
export function ownChunks(buildFolder: URL): ReadonlySet<string> {
  const root = fileURLToPath(new URL('server/app/', buildFolder));
  const manifests = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('_client-reference-manifest.js'),
  );
  const modules = manifests.flatMap((name) =>
    Object.entries(clientModules(readFileSync(join(root, name), 'utf8'))),
  );
  const chunksOf = (own: boolean) =>
    modules
      .filter(([module]) => module.includes('/node_modules/') !== own)
      .flatMap(([, { chunks }]) => chunks);
  const framework = new Set(chunksOf(false));
  return new Set(chunksOf(true).filter((chunk) => !framework.has(chunk)));
}

/**
 * Whether the page has a component for the browser, or a part that a script would still have to put
 * in its place.
 */
export const needsScripts = (html: string, own: ReadonlySet<string>): boolean =>
  html.includes('<template id="B:') ||
  [...html.matchAll(/\/_next\/static\/[^"'\\ ]+\.js/g)].some(([chunk]) => own.has(chunk));

/**
 * A page of plain HTML without the framework's scripts: more than half of its weight, and nothing
 * that they would do.
 */
export const withoutScripts = (html: string): string =>
  html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="preload" as="script"[^>]*>/g, '');
