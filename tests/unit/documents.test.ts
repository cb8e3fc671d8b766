import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
];
const decisions = readdirSync('docs/decisions').filter((file) => file !== 'README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const withoutBlocks = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, '');

/** The address of a heading within its page, as GitHub makes it. */
const addressOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const headingsOf = (text: string) =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => addressOf(heading!));

/** The links of a page that lead nowhere: to no file, or to no heading of it. */
function brokenLinks(document: string, text: string): string[] {
  const links = [...withoutBlocks(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link!);
  return links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = '', heading] = link.split('#', 2);
    const file = path === '' ? document : normalize(join(dirname(document), path));
    if (!existsSync(file)) return true;
    return heading !== undefined && !headingsOf(read(file)).includes(heading);
  });
}

const folders = ['app', 'bin', 'components', 'db', 'deploy', 'docs', 'lib', 'messages', 'tests'];
const isPath = new RegExp(`^(${folders.join('|')})/\\S*$`);

/** `*` and words such as PART or LOCALE stand for any name. */
const wildcard = /\*+|\b[A-Z]{4,}\b/;

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

function exists(path: string): boolean {
  if (!wildcard.test(path)) return existsSync(path);
  const literal = path.split(new RegExp(wildcard, 'g')).map(escaped);
  const pattern = new RegExp(`^${literal.join('.*')}$`);
  return filesIn(path.split('/')[0]!).some((file) => pattern.test(file));
}

/** The paths in backticks that do not exist. */
const missingPaths = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, code]) => code!)
    .filter((code) => isPath.test(code) && !exists(code));

/** The commands of npm that are no script of package.json. */
const missingScripts = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run ([a-z][a-z:-]*)|(test|start)\b)/g)]
    .map(([, run, plain]) => run ?? plain!)
    .filter((name) => !(name in scripts));

describe('the papers of the project', () => {
  it('the README fits on a few screens', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  it.each(documents)('%s leads to what is there', (document) => {
    const text = read(document);
    expect(brokenLinks(document, text)).toEqual([]);
    expect(missingScripts(text)).toEqual([]);
    // A decision names the files of its day.
    if (!document.startsWith('docs/decisions/')) expect(missingPaths(text)).toEqual([]);
  });

  it('a link, a path and a script that are not there are found', () => {
    const link = (to: string) => `See [it](${to}).`;
    const wrong = ['docs/no-such.md', 'docs/counting.md#no-such-heading', '#no-such-heading'];
    expect(brokenLinks('README.md', wrong.map(link).join('\n'))).toEqual(wrong);
    expect(brokenLinks('docs/data.md', link('architecture.md#the-areas-of-lib'))).toEqual([]);
    const paths = ['lib/no-such.ts', 'tests/unit/no-such-*.test.ts', 'messages/LOCALE.csv'];
    expect(missingPaths(paths.map((path) => `\`${path}\``).join(' '))).toEqual(paths);
    expect(missingPaths('`tests/unit/areas*.test.ts` `messages/LOCALE.json` `lib/`')).toEqual([]);
    expect(missingScripts('`npm run no-such` and npm test -- unit')).toEqual(['no-such']);
  });
});

describe('each decision', () => {
  it.each(decisions)('%s has a number, a title, a date, a status and reasons', (file) => {
    expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    const [title = '', , date = '', , status = '', , ...rest] = read(
      join('docs/decisions', file),
    ).split('\n');
    expect(title).toMatch(/^# \S/);
    expect(date).toMatch(/^Date: \d{1,2} [A-Z][a-z]+ \d{4}$/);
    expect(status).toMatch(/^Status: (proposed|accepted|superseded by \d{4})$/);
    expect(rest.join('\n').trim()).not.toBe('');
  });

  it('stands in the index once, by number', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\]\((\d{4}-[^)]+)\)/g)];
    expect(listed.map(([, file]) => file)).toEqual(decisions.toSorted());
    const numbers = decisions.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
