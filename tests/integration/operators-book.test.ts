import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { runProgram } from '#tests/support/servers/child-processes';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-book-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const backups = join(folder, 'backups');

/** The commands of the book, in their order. */
const commands = [...readFileSync('docs/operation.md', 'utf8').matchAll(/```sh\n([^`]*)```/g)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line !== '');

const scripts = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
).scripts;

/** The words of a command, as a shell divides them. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

/** Runs a command of the book as npm would, in the new folder. */
async function follow(command: string) {
  const words = wordsOf(command.replace(/^([A-Z_]+=\S+ )*/, ''));
  const name = words[1] === 'start' ? 'start' : words[2]!;
  const script = /bin\/[\w-]+\.ts$/.exec(scripts[name] ?? '')?.[0];
  expect(script, command).toBeDefined();
  if (name === 'start') return;
  const given = words.slice(3).filter((word) => word !== '--');
  const [last = ''] = readdirSync(folder).includes('backups')
    ? readdirSync(backups).filter((file) => file.endsWith('.backup'))
    : [];
  const ended = await runProgram({
    script: script!,
    given: given.map((word) => (word === 'FILE' ? join(backups, last) : word)),
    env: {
      DATABASE_URL: `file:${join(folder, 'register.db')}`,
      BACKUP_DIR: backups,
      PUBLIC_URL: 'https://register.example.org',
      DEMO: '0',
    },
  });
  expect({ command, ...ended }).toMatchObject({ code: 0, stderr: '' });
}

describe.runIf(engine === 'sqlite')('the book of the operator', () => {
  it('has commands that work as they are written, from the first to the last', async () => {
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) await follow(command);
  });
});
