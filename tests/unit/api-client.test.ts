import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { apiDocument } from '#lib/api/document';
import { typedClient } from '#tests/support/api/typed-client';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'typed-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = (lines: string) => `
import { createClient } from './client.js';
const client = createClient('http://localhost/api/v1', 'a token');
${lines}
`;
const right = program(`
const page = await client('list-needs', { query: { limit: '2' } });
const ids: (string | undefined)[] = page.data.items.map(({ id }) => id);
const made = await client('enter-need', { body: { review: 'x', text: 'A text.', language: 'en' } });
await client('need-submit', { path: { id: ids[0]! }, header: { 'If-Match': '"v1"' }, body: {} });
if ('version' in made.data) { const version: number = made.data.version; void version; }
`);
const wrong: Readonly<Record<string, string>> = {
  operation: program(`await client('list-need', {});`),
  field: program(`await client('enter-need', { body: { review: 'x', colour: 'red' } });`),
  version: program(`await client('need-submit', { path: { id: 'x' }, body: {} });`),
  language: program(`await client('enter-need', { body: { review: 'x', language: 'de' } });`),
};

describe('a typed client made from the description of the API', () => {
  it('compiles, and the compiler knows every operation, field and value', async () => {
    writeFileSync(join(folder, 'client.ts'), typedClient(apiDocument()));
    writeFileSync(join(folder, 'right.ts'), right);
    for (const [name, text] of Object.entries(wrong))
      writeFileSync(join(folder, `wrong-${name}.ts`), text);
    const options = ['--noEmit', '--strict', '--module', 'esnext', '--target', 'es2024'];
    const files = ['right', ...Object.keys(wrong).map((name) => `wrong-${name}`)];
    const { stdout } = await run(
      'node_modules/.bin/tsc',
      [
        ...options,
        '--ignoreConfig',
        '--types',
        '',
        ...files.map((name) => join(folder, `${name}.ts`)),
      ],
      { encoding: 'utf8' },
    ).catch((error: { stdout: string }) => error);
    const faulty = stdout.match(/(?:right|wrong-\w+|client)\.ts(?=\(\d+,\d+\): error)/g);
    const expected = Object.keys(wrong).map((name) => `wrong-${name}.ts`);
    expect([[...new Set(faulty)].toSorted(), stdout]).toEqual([expected.toSorted(), stdout]);
  });
});
