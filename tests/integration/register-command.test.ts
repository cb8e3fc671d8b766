import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenOf } from '#tests/support/api/program';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { approved } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { publishedReview } from '#tests/support/factories/reviews';

let id: string;
let token: string;
beforeAll(async () => {
  await freshRegister();
  const { focal, first, review } = await panel(await publishedReview());
  ({ id } = await approved(focal, first, review));
  token = await tokenOf(focal);
});

/** Runs the command as `npm run register` does, on the database of this test file. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const program = spawn(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      'bin/register.ts',
      ...args,
    ],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { out: '', err: '' };
  program.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  program.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const [code] = (await once(program, 'close')) as [number];
  return { code, ...said };
}

describe('npm run register', () => {
  it('lists and reads what the interface answers, and says when it is refused', async () => {
    const [list, own, missing, wrong] = await Promise.all([
      run(['needs', 'list', '--show', 'all', '--fields', 'id', '--json']),
      run(['needs', 'get', id, '--json'], { REGISTER_TOKEN: token }),
      run(['needs', 'get', 'none', '--language', 'fr']),
      run(['needs', 'lost']),
    ]);
    expect(JSON.parse(list.out).items).toEqual([{ id }]);
    expect([own.code, JSON.parse(own.out).working]).toEqual([0, true]);
    expect([missing.code, missing.out, JSON.parse(missing.err).title]).toEqual([
      1,
      '',
      'Cela n’existe pas.',
    ]);
    expect([wrong.code, wrong.err.includes('npm run register -- needs list')]).toEqual([2, true]);
  });

  it('writes files to its output, and its help without a question', async () => {
    const [csv, numbers, help] = await Promise.all([
      run(['needs', 'export', '--show=all']),
      run(['summary', '--cycle', '2', '--chapter', 'II']),
      run(['--help']),
    ]);
    expect(csv.out.split('\r\n')).toHaveLength(3);
    expect(numbers.out).toMatch(/^STRUCTURE,/);
    expect([help.code, help.err]).toEqual([0, '']);
  });
});
