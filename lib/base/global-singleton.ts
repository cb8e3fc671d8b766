/**
 * The single value of this name in the process, created when it is first needed. Next loads a module
 * once for pages and once for routes, and the scripts load it again, so what must exist only once
 * (connections, the write queue, the facts) is stored on `globalThis`.
 */
export function globalSingleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`needs-register.${name}`);
  const shared = globalThis as { [key: symbol]: unknown };
  return (shared[key] ??= create()) as T;
}
