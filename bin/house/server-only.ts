import { valueImportsOf } from '#bin/house/imports';

/** The packages that a browser may load. */
const browserPackages = ['react', 'react-dom', 'react-hook-form', 'use-intl', 'zod/mini'];
const isBrowserPackage = (name: string) =>
  browserPackages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));

const isOwn = (module: string) => /^(lib|components|db|bin)\//.test(module);
/** A style sheet or data beside the file, or a file of messages. */
const isData = (module: string) => /^(\.{1,2}|#messages)\//.test(module);

const firstLine = `import 'server-only';\n`;

/**
 * The faults of the rule that the first line of a file in lib says where it runs. A file that begins
 * with `import 'server-only'` is for the server. Every other one is pure, so a browser may load it:
 * it imports, by value, only pure files and packages that a browser may load. Components do the
 * same. `texts` are the sources of lib and components by their paths.
 */
export function serverOnlyFaults(texts: ReadonlyMap<string, string>): string[] {
  const isServerOnly = new Map(
    [...texts].map(([file, text]) => [file.replace(/\.tsx?$/, ''), text.startsWith(firstLine)]),
  );
  const isPure = (module: string) => {
    if (isOwn(module)) return isServerOnly.get(module) === false;
    return isData(module) || isBrowserPackage(module);
  };

  return [...texts].flatMap(([file, text]) => {
    if (text.startsWith(firstLine)) {
      return file.startsWith('components/') ? [`${file} is a component, yet server-only`] : [];
    }
    const impure = valueImportsOf(text).filter((module) => !isPure(module));
    return impure.map((module) => `${file} is not server-only, but imports ${module}`);
  });
}
