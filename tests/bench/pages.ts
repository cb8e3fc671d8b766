import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { build } from '#bin/build';
import { ownClientChunks } from '#lib/server/page-scripts';
import { startBenchServer } from '#tests/bench/load';
import { row, type Measured } from '#tests/bench/measure';
import { hidden, needFields, encoded } from '#tests/support/pages/raw-requests';
import { freePort } from '#tests/support/servers/free-port';
import { secondsOver } from '#tests/support/servers/slow-line';

const flags = ['--import', './bin/register-node.mjs', '--disable-warning=ExperimentalWarning'];
const form = 'application/x-www-form-urlencoded';

/**
 * A start of the register as `npm start` does it, until it says its address; then its memory at
 * rest.
 */
async function started(env: NodeJS.ProcessEnv): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, 'bin/start.ts'], {
    env: { ...env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('Stop it with')) resolve();
    });
    child.once('exit', () => reject(new Error(`the register did not start: ${said}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  await wait(3000);
  const megabytes =
    process.platform === 'linux'
      ? Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) /
        1000
      : Number.NaN;
  child.removeAllListeners('exit').kill('SIGKILL');
  return { seconds, megabytes };
}

const limit = (what: string, measured: number, aim: number, unit: string, note = ''): Measured => ({
  what,
  against: '–',
  ratio: Number.NaN,
  aim: `≤ ${aim} ${unit}`,
  met: measured <= aim,
  note: `${measured.toFixed(measured < 10 ? 2 : 1)} ${unit}${note}`,
});
const against = (what: string, reference: string, own: number, other: number, aim: number) => ({
  ...row(what, reference, own, other, aim),
  note: `${own.toFixed(3)} ms of CPU against ${other.toFixed(3)} ms`,
});

/**
 * The pages of the demonstration register, over HTTP, by the processor time of the server. Needs
 * the build; makes it if need be.
 */
export async function benchPages(say: (line: string) => void): Promise<Measured[]> {
  await build(say);
  const folder = mkdtempSync(join(tmpdir(), 'needs-register-pages-'));
  const env = {
    DATABASE_URL: `file:${join(folder, 'register.db')}`,
    DEMO: '1',
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    PUBLIC: '',
  };
  await started({ ...process.env, ...env });
  const starts = [
    await started({ ...process.env, ...env }),
    await started({ ...process.env, ...env }),
    await started({ ...process.env, ...env }),
  ].sort((a, b) => a.seconds - b.seconds);
  say(`  ready in ${starts[1]!.seconds.toFixed(2)} s, ${starts[1]!.megabytes.toFixed(0)} MB`);

  const register = await startBenchServer('register', env);
  const page = await startBenchServer('bare page', env);
  const insert = await startBenchServer('bare insert', env);
  const update = await startBenchServer('bare update', env);
  const origin = `http://localhost:${register.port}`;
  const signIn = async (email: string) => {
    const { status, headers } = await register.get({
      method: 'POST',
      path: '/en/accounts/begin-session',
      headers: { origin, 'content-type': form },
      body: String(new URLSearchParams({ email, password: 'demonstration' })),
    });
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
    return headers['set-cookie']!.map((cookie) => cookie.split(';', 1)[0]).join('; ');
  };
  const focal = { cookie: await signIn('focal.afr-18@demo.example') };
  // As browsers ask.
  const accepting = { 'accept-encoding': 'gzip, deflate, br, zstd' };
  const summary = '/en/summaries';
  const { etag } = (await register.get({ path: summary, headers: accepting })).headers;
  const bareTag = (await page.get({ path: '/' })).headers.etag!;
  const bare = {
    page: await page.cpu(2000, () => ({ path: '/', headers: accepting })),
    same: await page.cpu(
      2000,
      () => ({ path: '/', headers: { ...accepting, 'if-none-match': bareTag } }),
      304,
    ),
  };
  const kept = {
    public: await register.cpu(2000, () => ({ path: summary, headers: accepting })),
    signedIn: await register.cpu(2000, () => ({
      path: summary,
      headers: { ...accepting, ...focal },
    })),
    same: await register.cpu(
      2000,
      () => ({ path: summary, headers: { ...accepting, 'if-none-match': etag! } }),
      304,
    ),
  };
  say(
    `  kept page ${kept.public.toFixed(3)} ms, signed in ${kept.signedIn.toFixed(3)}, 304 ${kept.same.toFixed(3)}; bare page ${bare.page.toFixed(3)}, its 304 ${bare.same.toFixed(3)}`,
  );

  // A page that does not exist has a heading and two lines in the same layout.
  const heading = {
    public: await register.cpu(60, () => ({ path: '/en/none', headers: accepting }), 404),
    signedIn: await register.cpu(
      60,
      () => ({ path: '/en/none', headers: { ...accepting, ...focal } }),
      404,
    ),
  };
  const day = (n: number) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10);
  const live = {
    summary: await register.cpu(60, (n) => ({
      path: `${summary}?cutoff=${day(n)}`,
      headers: accepting,
    })),
    list: await register.cpu(60, () => ({ path: '/en/needs', headers: accepting })),
    form: await register.cpu(60, () => ({
      path: '/en/needs/new?id=00000000-0000-4000-8000-00000000000e',
      headers: { ...accepting, ...focal },
    })),
  };
  say(
    `  live: heading ${heading.public.toFixed(2)} ms, summary ${live.summary.toFixed(2)}, list ${live.list.toFixed(2)}; signed in: heading ${heading.signedIn.toFixed(2)}, form ${live.form.toFixed(2)}`,
  );

  const review = hidden(
    (
      await register.get({
        path: '/en/needs/new?id=00000000-0000-4000-8000-00000000000e',
        headers: focal,
      })
    ).body.toString(),
    'review',
  );
  const typed = encoded([
    ['review', review],
    ...needFields('Training of officials in the use of statistics on corruption.'),
    ['then', 'draft'],
  ]);
  const saving = { ...focal, origin, 'content-type': form };
  const saved = await register.cpu(
    100,
    () => ({ method: 'POST', path: '/en/needs/enter', headers: saving, body: typed }),
    303,
  );
  const inserted = await insert.cpu(
    400,
    () => ({ method: 'POST', path: '/', headers: { 'content-type': form }, body: typed }),
    303,
  );
  const entered = await register.get({
    method: 'POST',
    path: '/en/needs/enter',
    headers: saving,
    body: typed,
  });
  const autosave = {
    method: 'POST',
    path: `${entered.headers.location!.replace(/\/change.*/, '')}/autosave`,
    headers: { ...saving, accept: 'application/json' },
    body: `${typed}&version=1`,
  };
  const { status } = await register.get(autosave);
  const autosaved = await register.cpu(100, () => autosave, status);
  const updated = await update.cpu(
    400,
    () => ({ method: 'POST', path: '/', headers: { 'content-type': form }, body: typed }),
    303,
  );
  say(`  autosave (${status}) ${autosaved.toFixed(2)} ms, bare update ${updated.toFixed(3)}`);
  say(`  a need saved ${saved.toFixed(2)} ms, bare insert ${inserted.toFixed(3)}`);

  const weigh = async (path: string, headers = {}) =>
    (await register.get({ path, headers: { ...accepting, ...headers } })).body.length / 1000;
  const weights = {
    summary: await weigh(summary),
    region: await weigh('/ar/summaries/regions/AFR'),
    list: await weigh('/en/needs'),
    form: await weigh('/en/needs/new?id=00000000-0000-4000-8000-00000000000e', focal),
    arabicForm: await weigh('/ar/needs/new?id=00000000-0000-4000-8000-00000000000e', focal),
  };
  const [heaviest, kilobytes] = Object.entries(weights).sort(([, a], [, b]) => b - a)[0]!;
  // The head of the answer comes over the line as well.
  const slow = secondsOver(
    { bitsPerSecond: 50_000, roundTrip: 800, loss: 0.05 },
    weights.arabicForm * 1000 + 2000,
  );
  const own =
    [...ownClientChunks(new URL('../../.next/', import.meta.url))].reduce(
      (sum, chunk) =>
        sum + brotliCompressSync(readFileSync(chunk.replace('/_next/', '.next/'))).length,
      0,
    ) / 1000;
  const after = (await register.usage()).rss / 1e6;
  for (const server of [register, page, insert, update]) await server.stop();
  rmSync(folder, { recursive: true, force: true });

  return [
    against(
      'kept page, public',
      'bare node:http, 30 KB, same look-up',
      kept.public,
      bare.page,
      1.5,
    ),
    against(
      'kept page, signed in',
      'live page with one heading, signed in',
      kept.signedIn,
      heading.signedIn,
      1,
    ),
    against('its 304', 'the 304 of the bare one', kept.same, bare.same, 1.2),
    against(
      'first rendering of a summary',
      'live page with one heading',
      live.summary,
      heading.public,
      2.5,
    ),
    against('list of 50', 'live page with one heading', live.list, heading.public, 2.5),
    against('need form', 'the same, signed in', live.form, heading.signedIn, 2.5),
    against('one need saved over HTTP', 'bare durable insert behind node:http', saved, inserted, 4),
    {
      ...against(
        'one autosave over HTTP',
        'bare durable update behind node:http',
        autosaved,
        updated,
        0,
      ),
      aim: 'none',
      met: null,
    },
    limit('cold start', starts[1]!.seconds, 1, 's'),
    limit(
      'idle memory',
      starts[1]!.megabytes,
      180,
      'MB',
      `; ${after.toFixed(0)} MB after all of this`,
    ),
    limit(
      'heaviest page, compressed',
      kilobytes,
      25,
      'KB',
      ` (${heaviest}); ${Object.entries(weights)
        .map(([name, weight]) => `${name} ${weight.toFixed(1)}`)
        .join(', ')}`,
    ),
    limit(
      'form at 50 kbit/s, 800 ms, 5 % of loss, until it can be filled in',
      slow,
      5,
      's',
      ' by calculation, in Arabic',
    ),
    limit('the form’s own scripts, compressed', own, 25, 'KB', ' beside the framework'),
  ];
}
