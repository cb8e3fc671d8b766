import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type ClientModules = Readonly<Record<string, Readonly<{ chunks: readonly string[] }>>>;

/**
 * The client modules that a page's manifest names. The file assigns an object in JSON to an entry
 * of a global one.
 */
function clientModules(manifest: string): ClientModules {
  const begin = manifest.indexOf('] = ');
  const assigned = manifest.slice(begin + 4).trimEnd();
  const json = assigned.endsWith(';') ? assigned.slice(0, -1) : assigned;
  return (JSON.parse(json) as { clientModules: ClientModules }).clientModules;
}

/**
 * The script files with client components of our own. A page without any of them has nothing to
 * run.
 */
export function ownClientChunks(buildFolder: URL): ReadonlySet<string> {
  const root = fileURLToPath(new URL('server/app/', buildFolder));
  const manifests = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('_client-reference-manifest.js'),
  );
  const modules = manifests.flatMap((name) =>
    Object.entries(clientModules(readFileSync(join(root, name), 'utf8'))),
  );
  const isFramework = ([module]: (typeof modules)[number]) => module.includes('/node_modules/');
  const chunksOf = (some: typeof modules) => some.flatMap(([, { chunks }]) => chunks);
  const framework = new Set(chunksOf(modules.filter(isFramework)));
  const own = chunksOf(modules.filter((module) => !isFramework(module)));
  return new Set(own.filter((chunk) => !framework.has(chunk)));
}

/**
 * Whether a page needs scripts: for a client component, or for a part that a script puts in its
 * place.
 */
export const needsScripts = (html: string, own: ReadonlySet<string>): boolean =>
  html.includes('<template id="B:') ||
  [...html.matchAll(/\/_next\/static\/[^"'\\ ]+/g)].some(([address]) =>
    own.has(address.slice(0, address.lastIndexOf('.js') + 3)),
  );

const scriptEnd = '</script>';

/** Removes the script elements. Each is looked for behind the one before it, so that none is read twice. */
function withoutScriptElements(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<script', at);
    const end = start === -1 ? -1 : html.indexOf(scriptEnd, start);
    if (end === -1) return kept.join('') + html.slice(at);
    kept.push(html.slice(at, start));
    at = end + scriptEnd.length;
  }
}

/** Removes the framework's scripts, more than half of a page's weight, from one that needs none. */
export const removeScripts = (html: string): string =>
  withoutScriptElements(html).replace(/<link rel="preload" as="script"[^<>]*>/g, '');
