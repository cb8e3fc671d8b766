import { EnvironmentError } from '#lib/base/env';
import { operationError } from '#lib/operation/base/operation-error';
import { moveRegister } from '#lib/operation/moving/move-register';

const usage = `npm run move -- --to postgres://USER:PASSWORD@HOST:PORT/DATABASE
npm run move -- --to file:PATH
Copies the whole register in DATABASE_URL into an empty database of the other kind, and compares every table. The register must be stopped, and stays as it is. A move that was ended in between goes on when it is called again.
Ends with 0: moved; 1: not; 2: it was called otherwise.`;

const print = (line: string) => process.stdout.write(`${line}\n`);

const isAddress = (to: string) =>
  /^file:(?!\/\/)./.test(to) || (/^postgres(ql)?:\/\/./.test(to) && URL.canParse(to));

async function run(to: string) {
  const since = performance.now();
  const { rows, tables, keyFile } = await moveRegister(to, print);
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  print(`Moved: ${rows} rows of ${tables} tables, each the same in both places, in ${seconds} s.`);
  if (keyFile) print(`The key of the register was copied to ${keyFile}.`);
  print('Name the new place in DATABASE_URL and start the register. Keep the old one, stopped.');
}

const [option, to = '', ...more] = process.argv.slice(2);
if (option !== '--to' || !isAddress(to) || more.length > 0) {
  print(usage);
  process.exitCode = option === '--help' ? 0 : 2;
} else {
  try {
    await run(to);
  } catch (error) {
    const { message } = error instanceof EnvironmentError ? error : operationError(error);
    process.stderr.write(`Not moved: ${message}\n`);
    process.exitCode = 1;
  }
}
