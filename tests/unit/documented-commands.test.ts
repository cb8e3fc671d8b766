import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

type Command = Readonly<{ script: string; words: readonly string[] }>;

/** The text of code in a document: its blocks, with continued lines as one, and what is in backticks. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replaceAll(/\n +/g, ' ').split('\n'));
  const rest = text.replaceAll(/^```[^]*?^```/gm, '');
  return [...lines, ...[...rest.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)];
}

/** The words after the command, without the brackets of what can be left out and what stands for it. */
const wordsOf = (text: string) =>
  [...text.replaceAll(/\w+ …/g, '').matchAll(/"[^"]*"|[^\s[\]]+/g)]
    .map(([word]) => word)
    .filter((word) => word !== '--');

const commandsIn = (text: string): Command[] =>
  codeIn(text).flatMap((code) => {
    const [, run, plain, rest = ''] =
      /^(?:[A-Z_]+=\S+ )*npm (?:run ([a-z][\w:-]*)|(test|start))\b(.*)$/s.exec(code) ?? [];
    const script = run ?? plain;
    return script ? [{ script, words: wordsOf(rest) }] : [];
  });

const programOf = (script: string) => /bin\/([\w-]+)\.ts/.exec(scripts[script] ?? '')?.[1];

/** The sources of a program: its file, and those of the folder of its name. */
function sourcesOf(script: string): string {
  const program = programOf(script);
  if (!program) return '';
  const folder = `bin/${program}`;
  const files = [`${folder}.ts`, ...(existsSync(folder) ? filesIn(folder) : [])];
  return files.map(read).join('\n');
}

/** Whether a program reads an option: as a word, or as a name of `parseArgs`. */
const takesOption = (source: string, option: string) =>
  new RegExp(`'--${option}'|^\\s*'?${option}'?: \\{|[{ ]${option}: \\{ type: `, 'm').test(source);

const testFolders: Readonly<Record<string, string>> = {
  unit: 'tests/unit',
  system: 'tests/system',
  sqlite: 'tests/integration',
  postgresql: 'tests/integration',
  e2e: 'tests/e2e',
};
const otherParts = ['types', 'lint', 'integration'];

/** The words after `npm test` that are neither a part nor the beginning of a test file of one. */
function unknownTests(words: readonly string[]): string[] {
  const folders = words.flatMap((word) => testFolders[word] ?? []);
  const files = folders.flatMap((folder) => readdirSync(folder));
  const isKnown = (word: string) =>
    word in testFolders || otherParts.includes(word) || files.some((file) => file.startsWith(word));
  return words.filter((word) => !isKnown(word));
}

/** What a command names and its program does not know: options and, in lower case, verbs and parts. */
function unknownWords({ script, words }: Command): string[] {
  if (script === 'test') return unknownTests(words);
  const source = sourcesOf(script);
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  const valueOfOption = new Set(words.filter((_, at) => words[at - 1]?.startsWith('--')));
  const verbs = words.filter((word) => /^[a-z][a-z-]+$/.test(word) && !valueOfOption.has(word));
  const isWord = (verb: string) =>
    new RegExp(`['"]${verb}['"]|^ *${verb}\\b[:,(]`, 'm').test(source);
  return [
    ...options.filter((option) => option !== 'help' && !takesOption(source, option)),
    ...verbs.filter((verb) => !isWord(verb)),
  ];
}

const sources = ['app', 'bin', 'components', 'db', 'deploy', 'docs', 'lib', 'messages', 'tests']
  .flatMap(filesIn)
  .concat(readdirSync('.'));
const baseNames = new Set(sources.map((file) => file.split('/').at(-1)!));
const code = sources
  .filter((file) =>
    /^(?:bin|db|lib|deploy|tests\/support)\/.*\.(?:ts|mjs|service|conf|env)$/.test(file),
  )
  .concat('playwright.config.ts', 'vitest.config.ts')
  .map(read)
  .join('\n');

/** The files that are named without their folder, in backticks, and are nowhere. */
const missingBaseNames = (text: string): string[] =>
  codeIn(text)
    .filter(
      (name) => /^[\w.-]+\.(?:ts|tsx|md|sql|spec\.ts|mjs)$/.test(name) && !name.startsWith('…'),
    )
    .filter((name) => !baseNames.has(name) && !sources.some((file) => file.endsWith(`/${name}`)));

/** The settings, in backticks or before a command, that no program reads. */
function missingSettings(text: string): string[] {
  const named = codeIn(text).flatMap((each) => {
    const list = each.split(', ').map((one) => /^([A-Z][A-Z_]*_[A-Z_]+)(?:=\S*)?$/.exec(one)?.[1]);
    const before = [...each.matchAll(/(?:^|\s)([A-Z][A-Z_]{2,})=\S+ (?=[A-Z_]+=|npm )/g)];
    return [...list, ...before.map(([, name]) => name)].filter((name) => name !== undefined);
  });
  return named.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
}

/** The routes of app/, with `[…]` for each part that varies. */
const routes = filesIn('app')
  .filter((file) => /\/(?:page\.tsx|route\.ts)$/.test(file))
  .map((file) =>
    file
      .replace(/^app/, '')
      .replace(/\/(?:page\.tsx|route\.ts)$/, '')
      .split('/')
      .slice(1),
  )
  .filter((route) => !route.some((part) => part.startsWith('[...')));

/**
 * The addresses of pages that no route answers. Words in capitals stand for what varies.
 * tests/unit/api-document.test.ts has those of the interface for programs.
 */
function missingAddresses(text: string): string[] {
  const addresses = codeIn(text).filter((each) => /^\/(?:LOCALE|en)(?:\/[\w.-]+)*$/.test(each));
  const answers = (route: readonly string[], parts: readonly string[]) =>
    route.length === parts.length &&
    route.every((part, at) => part.startsWith('[') || part === parts[at]);
  return addresses.filter((address) => {
    const parts = address.split('/').slice(1);
    return !routes.some(
      (route) => answers(route, parts) || answers(route.slice(0, parts.length), parts),
    );
  });
}

describe('what the papers tell a reader to type', () => {
  it.each(documents)('is there: %s', (document) => {
    const text = read(document);
    expect(commandsIn(text).flatMap(unknownWords), 'options and verbs').toEqual([]);
    expect(missingBaseNames(text), 'files').toEqual([]);
    expect(missingSettings(text), 'settings').toEqual([]);
    expect(missingAddresses(text), 'addresses').toEqual([]);
  });

  it('is found wrong where an option, a verb, a test, a file, a setting or an address is missing', () => {
    const wrong = [
      '`npm run witness -- "cycle=2" --until 2023`',
      '`npm run account -- invent`',
      '`npm test -- sqlite no-such-file`',
      '`npm test -- quick`',
    ].join('\n');
    expect(commandsIn(wrong).flatMap(unknownWords)).toEqual([
      'until',
      'invent',
      'no-such-file',
      'quick',
    ]);
    expect(missingBaseNames('`no-such.ts` `schema.ts`')).toEqual(['no-such.ts']);
    expect(missingSettings('`NO_SUCH=1` `MAIL_URL`')).toEqual(['NO_SUCH']);
    expect(missingAddresses('`/LOCALE/no-such` `/LOCALE/notes`')).toEqual(['/LOCALE/no-such']);
  });

  it.each(['witness', 'verify'])(
    'says how it is used, without a database: npm run %s',
    (script) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', './bin/register-node.mjs', `bin/${programOf(script)}.ts`, '--help'],
        { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: 'file:none' } },
      );
      expect({ status, printed: `${stdout}${stderr}` }).toMatchObject({
        printed: expect.stringContaining(script),
      });
      expect([0, 2]).toContain(status);
    },
  );
});
