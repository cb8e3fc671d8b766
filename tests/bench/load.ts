import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { ServerKind } from '#tests/bench/pages-server';

export type Asked = Readonly<{
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}>;
export type Got = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;

/** Starts a server in a process of its own, with the environment of this one. */
export async function startBenchServer(
  kind: ServerKind,
  env: Readonly<Record<string, string>> = {},
) {
  const child = fork('tests/bench/pages-server.ts', [kind], {
    execArgv: ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production', PUBLIC_URL: '', ...env },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });

  const get = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<Got> =>
    new Promise((resolve, reject) => {
      const sent = ask(
        {
          host: 'localhost',
          port,
          agent,
          method,
          path,
          headers: {
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () =>
              resolve({
                status: response.statusCode!,
                headers: response.headers,
                body: Buffer.concat(parts),
              }),
            )
            .on('error', reject);
        },
      );
      sent.on('error', reject).end(body);
    });
  const usage = async () => {
    child.send('usage');
    const [used] = (await once(child, 'message')) as [{ cpu: number; rss: number }];
    return used;
  };

  /**
   * The processor time that the server spends on one request, in milliseconds: the median of five
   * rounds.
   */
  async function cpu(requests: number, asked: (n: number) => Asked, status = 200): Promise<number> {
    const rounds: number[] = [];
    let n = 0;
    for (let round = -1; round < 5; round += 1) {
      const before = await usage();
      const one = async () => {
        const { status: found } = await get(asked(n++));
        if (found !== status) throw new Error(`${asked(n).path} answered ${found}`);
      };
      // Four at a time, as one page with its files would.
      for (let i = 0; i < requests; i += 4) await Promise.all(Array.from({ length: 4 }, one));
      if (round >= 0) rounds.push(((await usage()).cpu - before.cpu) / requests);
    }
    return rounds.sort((a, b) => a - b)[2]!;
  }
  const stop = async () => {
    agent.destroy();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { port, get, cpu, usage, stop };
}
