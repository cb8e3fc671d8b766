const prefix = 'needs-register.';
const shared = globalThis as { [key: symbol]: unknown };

/**
 * Takes away what lib/base/global-singleton.ts keeps under these names, or all of it, so that it is made
 * anew when it is next asked for.
 */
export function clearGlobalSingletons(...names: readonly string[]): void {
  for (const key of Object.getOwnPropertySymbols(shared)) {
    const name = Symbol.keyFor(key);
    if (!name?.startsWith(prefix)) continue;
    if (names.length === 0 || names.includes(name.slice(prefix.length))) delete shared[key];
  }
}
