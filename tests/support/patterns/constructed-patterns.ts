import { vi } from 'vitest';
import type { FoundPattern } from '#tests/support/patterns/find-patterns';

/** For each file that constructs regular expressions, a call of the code that does. */
const constructors: Readonly<Record<string, () => Promise<unknown>>> = {
  // First, as others import it.
  'lib/text/folding.ts': () => import('#lib/text/folding'),
  'lib/api/model/path-pattern.ts': async () => {
    const { pathPattern } = await import('#lib/api/model/path-pattern');
    return ['/needs/{id}', '/notes/{id}/documents/{language}/{format}', '/data/needs.csv'].map(
      pathPattern,
    );
  },
  'lib/assistance/activities/reported-numbers.ts': () =>
    import('#lib/assistance/activities/reported-numbers'),
  'lib/files/source/printed-number.ts': () => import('#lib/files/source/printed-number'),
  'lib/needs/attachments/needs-section.ts': () => import('#lib/needs/attachments/needs-section'),
  'lib/review/coding/mentions-state.ts': async () => {
    const { mentionsState } = await import('#lib/review/coding/mentions-state');
    return mentionsState('Kenya', 'KEN') || mentionsState('', 'BOL');
  },
  'lib/server/route-table.ts': async () => {
    const { routeMatcher } = await import('#lib/server/route-table');
    return ['/[locale]/needs/[id]/edit/route', '/api/auth/[...nextauth]/route'].map(routeMatcher);
  },
};

async function constructAll(): Promise<FoundPattern[]> {
  const found: FoundPattern[] = [];
  // Another test may have loaded them already.
  vi.resetModules();
  const original = globalThis.RegExp;
  for (const [file, construct] of Object.entries(constructors)) {
    globalThis.RegExp = new Proxy(original, {
      construct(target, [source, flags]: [string, string?]) {
        const pattern = new target(source, flags);
        found.push({ place: file, source: pattern.source, flags: pattern.flags });
        return pattern;
      },
    });
    try {
      await construct();
    } finally {
      globalThis.RegExp = original;
    }
  }
  return found;
}

let all: Promise<FoundPattern[]> | undefined;
/** The regular expressions that these files construct, as they run: once, as modules load once. */
export const constructedPatterns = (): Promise<FoundPattern[]> => (all ??= constructAll());
