/**
 * The one value of this name in the process. Next loads a module once for pages and once for
 * routes, and `bin` loads it
 * again: what must be single (connections, the writer's queue, the facts) hangs on `globalThis`.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`needs-register.${name}`);
  const shared = globalThis as { [key: symbol]: unknown };
  return (shared[key] ??= make()) as T;
}
