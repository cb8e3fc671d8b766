import { existsSync, readFileSync } from 'node:fs';

/** A numbered step of a recipe, as its text stands. */
export type Step = Readonly<{ number: number; text: string; names: readonly string[] }>;
export type Recipe = Readonly<{ title: string; steps: readonly Step[] }>;

const guide = 'CONTRIBUTING.md';
/** What is written between backticks, a command or a name, on one line. */
const quotedNames = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '));

const stepsOf = (section: string): Step[] =>
  section
    .split(/^(?=\d+\. )/m)
    .filter((text) => /^\d+\. /.test(text))
    .map((text) => ({ number: Number.parseInt(text, 10), text, names: quotedNames(text) }));

/** The recipes of CONTRIBUTING.md: its sections that have numbered steps. */
export const recipesIn = (text: string): Recipe[] =>
  text
    .split(/^## /m)
    .map((section) => ({ title: section.split('\n')[0]!, steps: stepsOf(section) }))
    .filter(({ steps }) => steps.length > 0);

export const recipes = recipesIn(readFileSync(guide, 'utf8'));

export const recipeOf = (title: string): Recipe => {
  const found = recipes.find((recipe) => recipe.title === title);
  if (!found) throw new Error(`${guide} has no recipe "${title}"`);
  return found;
};

/** A changed copy of the sources in memory: what each file holds after the change. */
export type Changes = ReadonlyMap<string, string>;

/** Changes files, and only those that the recipe names. */
export type Editor = Readonly<{
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  /** Replaces words that stand in the file exactly once. */
  replace: (file: string, find: string, replacement: string) => void;
  /** Puts lines behind words that stand in the file exactly once. */
  addAfter: (file: string, find: string, addition: string) => void;
}>;

/** How somebody follows a recipe. */
export type Follow = (editor: Editor) => void;

/** Whether the recipe names a file, or a folder in which it is. `LOCALE` stands for a new language. */
const isNamed = ({ steps }: Recipe, file: string): boolean =>
  steps.some(({ names }) =>
    names.some((name) =>
      name.endsWith('/') ? file.startsWith(name) : name.replace('LOCALE', 'pt') === file,
    ),
  );

/** Follows a recipe, after what was changed before, and returns all files that are changed. */
export function changesOf(recipe: Recipe, follow: Follow, before: Changes = new Map()): Changes {
  const changes = new Map(before);
  const read = (file: string) => changes.get(file) ?? readFileSync(file, 'utf8');
  const write = (file: string, text: string) => {
    if (!isNamed(recipe, file)) throw new Error(`"${recipe.title}" does not name ${file}`);
    changes.set(file, text);
  };
  const replace = (file: string, find: string, replacement: string) => {
    const parts = read(file).split(find);
    if (parts.length !== 2) throw new Error(`"${find}" must stand in ${file} exactly once`);
    write(file, parts.join(replacement));
  };
  follow({
    read,
    write,
    replace,
    addAfter: (file, find, addition) => replace(file, find, `${find}${addition}`),
  });
  return changes;
}

const looksLikeFile = (name: string) => /^[\w@[\]().-]+\/[^\s*…]*$/.test(name);

/** The files and folders that a recipe names and that are not there. */
export const missingFiles = ({ steps }: Recipe): string[] =>
  steps
    .flatMap(({ names }) => names)
    .filter((name) => looksLikeFile(name) && !name.includes('LOCALE') && !existsSync(name));

/** The symbols that a step names and that stand in none of the files of its recipe. */
export function missingSymbols({ steps }: Recipe): string[] {
  const files = steps.flatMap(({ names }) => names).filter((name) => /\.\w+$/.test(name));
  const texts = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  const symbols = steps
    .flatMap(({ names }) => names)
    .filter((name) => /^[A-Za-z]\w+(\(\))?$/.test(name))
    .map((name) => name.replace('()', ''));
  return symbols.filter((symbol) => !texts.some((text) => text.includes(symbol)));
}
