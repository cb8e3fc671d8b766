import { closeDatabase } from '#db/client';
import { databaseFailure } from '#db/errors';
import type { Fault } from '#db/contents/fault';
import { parseHead } from '#lib/base/verification';
import { verifyRegister } from '#lib/people/audit/verify-register';

const usage = `npm run verify [-- --head SEQ:HASH]
Recomputes the logs of the register and the digest of every row that they cover, and says which is the first that was altered, is missing or was reordered. With the head that a note or a download bears, it also finds a log that was rewritten or cut since then.
Ends with 0: sound; 1: a fault; 2: it could not be verified.`;

const words: Readonly<Record<Fault['kind'], string>> = {
  altered: 'was altered',
  missing: 'is missing',
  added: 'was added without a change',
  reordered: 'is not in its place',
  cut: 'is missing, and all that followed',
  'other-head': 'is not the one of that head: the log was rewritten',
};

const describe = ({ kind, table, id, seq }: Fault) =>
  `FAULT: ${table} ${id}${seq === null ? '' : ` (change ${seq})`} ${words[kind]}.`;

async function run(head: ReturnType<typeof parseHead> | null) {
  const { head: found, fault, unsealed } = await verifyRegister(head);
  const lines = [
    `Head: ${found.seq}:${found.hash}`,
    ...(unsealed ? ['The rows are not sealed yet: start the register once.'] : []),
    fault ? describe(fault) : 'The logs and all rows that they cover are as they were written.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = fault ? 1 : 0;
}

const [option, value, ...more] = process.argv.slice(2);
const head = value === undefined ? undefined : parseHead(value);
const isWrong = option !== undefined && (option !== '--head' || !head || more.length > 0);
if (isWrong) {
  process.stdout.write(`${usage}\n`);
  process.exitCode = option === '--help' ? 0 : 2;
} else {
  try {
    await run(head ?? null);
  } catch (error) {
    const why = databaseFailure(error) ?? (error instanceof Error ? error.message : String(error));
    process.stderr.write(`The register could not be verified: ${why}\n`);
    process.exitCode = 2;
  } finally {
    await closeDatabase();
  }
}
