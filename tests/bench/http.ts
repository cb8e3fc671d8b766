import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { row, type Measured } from '#tests/bench/measure';
import { freePort } from '#tests/support/servers/free-port';
import { startServer } from '#tests/support/servers/server';

const question = '/api/v1/summary?cycle=2&chapter=II&cutoff=2023-02-28';
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

type Got = Readonly<{ status: number; tag: string; body: string }>;
async function ask(url: string, held?: string): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  get(url, { agent, headers: held ? { 'if-none-match': held } : {} }, (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () =>
      resolve({
        status: response.statusCode!,
        tag: response.headers.etag ?? '',
        body: Buffer.concat(pieces).toString(),
      }),
    );
    response.on('error', reject);
  }).on('error', reject);
  return promise;
}

/**
 * The processor time that a process has had, in milliseconds; Linux counts it in hundredths of a
 * second.
 */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Milliseconds of processor time that the server takes for a request, four at a time. */
async function costOf(
  pid: number,
  requests: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> {
  const run = async (from: number, to: number) => {
    let next = from;
    const worker = async () => {
      while (next < to) await work(next++);
    };
    await Promise.all(Array.from({ length: 4 }, worker));
  };
  await run(0, Math.ceil(requests / 4));
  const before = processorTime(pid);
  await run(Math.ceil(requests / 4), Math.ceil(requests / 4) + requests);
  return (processorTime(pid) - before) / requests;
}

async function bareServer(databaseUrl: string, body: string) {
  const folder = await mkdtemp(join(tmpdir(), 'needs-register-bench-http-'));
  const path = join(folder, 'body.json');
  await writeFile(path, body);
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      'tests/bench/bare-server.ts',
      String(port),
      databaseUrl,
      path,
    ],
    { stdio: 'inherit' },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let patience = 100; patience > 0 && !(await ask(url).catch(() => undefined)); patience -= 1)
    await wait(50);
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The summary API of the demonstration register over HTTP, against a bare handler that looks up the
 * same revision and sends the same bytes.
 */
export async function benchHttp(say: (line: string) => void): Promise<Measured[]> {
  await (await import('#bin/build')).build(say);
  const server = await startServer({ engine: 'sqlite', demonstration: true });
  const first = await ask(server.url + question);
  const bare = await bareServer(server.databaseUrl, first.body);
  try {
    const tag = (await ask(bare.url + question)).tag;
    const days = Array.from(
      { length: 28 * 12 * 8 },
      (_, n) =>
        `${2016 + (n % 8)}-${String(1 + (Math.floor(n / 8) % 12)).padStart(2, '0')}-${String(1 + Math.floor(n / 96)).padStart(2, '0')}`,
    );
    const own = await costOf(server.pid, 3000, () => ask(server.url + question));
    const counted = await costOf(server.pid, 1500, (n) =>
      ask(server.url + question.replace('2023-02-28', days[n]!)),
    );
    const same = await costOf(server.pid, 3000, () => ask(server.url + question, first.tag));
    const bareOwn = await costOf(bare.pid, 12_000, () => ask(bare.url + question));
    const bareSame = await costOf(bare.pid, 12_000, () => ask(bare.url + question, tag));
    if (
      (await ask(server.url + question, first.tag)).status !== 304 ||
      (await ask(bare.url + question, tag)).status !== 304
    )
      throw new Error('a tag that is held must be answered with 304');
    say(
      `  summary JSON ${own.toFixed(3)} ms, counted anew ${counted.toFixed(3)} ms, 304 ${same.toFixed(3)} ms; bare ${bareOwn.toFixed(3)} and ${bareSame.toFixed(3)} ms of processor time`,
    );
    const size = `${Math.round(first.body.length / 1000)} kB`;
    return [
      row(
        `summary JSON over HTTP, ${size}, as kept`,
        'a bare node:http handler',
        own,
        bareOwn,
        null,
      ),
      row(`the same, counted anew`, 'a bare node:http handler', counted, bareOwn, null),
      row('its 304', 'the 304 of the bare handler', same, bareSame, null),
    ].map((measured) => ({ ...measured, note: `${measured.note} of processor time a request` }));
  } finally {
    agent.destroy();
    await bare.stop();
    await server.stop();
  }
}
