import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { closeDatabase, read, transaction } from '#db/client';
import { migrate } from '#db/migrate';
import { openRegister, registerRow, systemAccount } from '#db/register';
import { account } from '#db/schema';
import { acceptKey } from '#db/settle-key';
import { systemActor } from '#lib/base/actor';
import { invite } from '#lib/people/accounts/commands';
import { invitationSchema } from '#lib/people/accounts/schema';
import { EnvironmentError, environment } from '#lib/base/env';
import { resetSecondFactor } from '#lib/sessions/second-factor';
import { readEmail } from '#lib/text/written';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

const usage =
  'npm run account -- create --email NAME@EXAMPLE.ORG --name "NAME" [--role administrator|manager|reviewer]\nnpm run account -- reset-second-factor --email NAME@EXAMPLE.ORG\nnpm run account -- accept-key';

async function create(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'administrator' },
    },
  });
  const parsed = invitationSchema.safeParse({
    email: values.email ?? '',
    name: values.name ?? '',
    role: values.role,
  });
  const t = translator('en');
  if (!parsed.success)
    throw new Error(
      [
        ...parsed.error.issues.map(
          ({ path, message }) => `--${String(path[0])}: ${errorText(t, message)}.`,
        ),
        usage,
      ].join('\n'),
    );
  const { demonstration, publicUrl } = environment();
  await migrate();
  if (!(await registerRow())) await openRegister({ demonstration });
  const actor = systemActor(
    await transaction((tx) => systemAccount(tx, 'Command line')),
    'Command line',
  );
  const result = await invite(actor, parsed.data);
  if (!result.ok)
    throw new Error(
      result.failure.kind === 'invalid'
        ? result.failure.errors.map(({ message }) => `${errorText(t, message)}.`).join('\n')
        : 'The account could not be made.',
    );
  process.stdout.write(
    `An account for ${result.value.email} has been made. Open this link, while the register runs, to choose a password:\n${publicUrl.origin}/en/accounts/invitations/${result.value.token}\n`,
  );
}

/** Takes the key that is there for the key of this register: all sessions end. */
async function takeKey() {
  process.stdout.write(`${await acceptKey()}\n`);
}

/** Ends the second factor of somebody who has lost it. */
async function endSecondFactor(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' } } });
  const [person] = await read()
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, readEmail(values.email ?? '')));
  const actor = systemActor(
    await transaction((tx) => systemAccount(tx, 'Command line')),
    'Command line',
  );
  const result = await resetSecondFactor(actor, { accountId: person?.id ?? '' });
  if (!result.ok) throw new Error('There is no account with this address and a second factor.');
  process.stdout.write('The second factor has ended. The password alone signs in now.\n');
}

const verbs: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  create,
  'accept-key': takeKey,
  'reset-second-factor': endSecondFactor,
};

try {
  const [verb = '', ...args] = process.argv.slice(2);
  const run = verbs[verb];
  if (!run) throw new Error(usage);
  await run(args);
  await closeDatabase();
} catch (error) {
  process.stderr.write(
    `${error instanceof EnvironmentError || error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
