import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { closeDatabase } from '#db/client';
import { registerRow } from '#db/register';
import { parseArguments, usage, UsageError, type Asked } from '#bin/register/arguments';
import { respondToApi } from '#lib/api/respond';
import { environment } from '#lib/base/env';

const refused = 1;
const askedWrongly = 2;

/** Asks the interface within this process: the same functions, and no server. */
function ask(asked: Asked, path: string, body?: unknown): Promise<Response> {
  const url = new URL(`/api/v1${path}`, environment().publicUrl);
  if (body === undefined) url.search = String(asked.query);
  const token = process.env.REGISTER_TOKEN;
  return respondToApi(
    new Request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'accept-language': asked.language,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

/** Sends a file; with the fingerprint that was shown before, it is also imported. */
async function importFile(asked: Asked, file: string): Promise<Response> {
  // npm changes the folder; INIT_CWD is where the command was given.
  const path = resolve(process.env.INIT_CWD ?? '', file);
  const content = readFileSync(path).toString('base64');
  const preview = await ask(asked, asked.path, { name: basename(path), content });
  if (!preview.ok || asked.confirm === undefined) return preview;
  const { id } = (await preview.json()) as { id: string };
  return ask(asked, `${asked.path}/${id}/confirm`, { fingerprint: asked.confirm });
}

async function write(stream: NodeJS.WriteStream, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await new Promise((go) => stream.once('drain', go));
}

async function print(asked: Asked, response: Response): Promise<void> {
  const stream = response.ok ? process.stdout : process.stderr;
  if (!response.headers.get('content-type')?.includes('json')) {
    for await (const chunk of response.body ?? []) await write(stream, chunk);
    return;
  }
  const value: unknown = await response.json();
  await write(stream, `${JSON.stringify(value, null, asked.json ? 0 : 2)}\n`);
}

async function run(args: readonly string[]): Promise<number> {
  const asked = parseArguments(args);
  if (!asked) {
    await write(process.stdout, `${usage}\n`);
    return 0;
  }
  if (!(await registerRow())) throw new Error('There is no register yet: npm start makes one.');
  const { file } = asked;
  const response = await (file === undefined ? ask(asked, asked.path) : importFile(asked, file));
  await print(asked, response);
  return response.ok ? 0 : refused;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${(error as Error).message}\n${isUsage ? `${usage}\n` : ''}`);
  process.exitCode = isUsage ? askedWrongly : refused;
} finally {
  await closeDatabase();
}
