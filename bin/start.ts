import { databaseFailure } from '#db/errors';
import { EnvironmentError, environment } from '#lib/base/env';

const development = process.argv.includes('--dev');
const say = (line = '') => process.stdout.write(`${line}\n`);

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const failures = {
  locked: 'The database is locked by another program. Stop it and try again.',
  'read-only':
    'The database cannot be written to: check the permissions of the file and its folder.',
  full: 'The disk is full.',
  unreachable: 'The database cannot be reached: check DATABASE_URL and that the server runs.',
  duplicate: 'The database holds what this release would add.',
} as const;

async function start() {
  const began = Date.now();
  const { databaseUrl, demonstration, host, port, publicUrl } = environment();
  // Development and production are Next's own words, which it reads from here.
  Object.assign(process.env, {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_URL: publicUrl.origin,
  });
  if (!development) await (await import('#bin/build')).build(say);
  const { migrate } = await import('#db/migrate');
  const { openRegister } = await import('#db/open');
  const { closeDatabase } = await import('#db/client');
  say(
    `Opening the register in ${databaseUrl.startsWith('file:') ? databaseUrl.slice(5) : 'PostgreSQL'} …`,
  );
  const migrated = await migrate();
  if (migrated.length > 0) say(`Brought the database up to date: ${migrated.join(', ')}.`);
  await openRegister({ demonstration });
  await (await import('#lib/needs/store/search-texts')).foldSearchTexts();
  if (demonstration && !(await (await import('#bin/demonstration-loaded')).demonstrationLoaded()))
    await (await import('#bin/demonstration')).loadDemonstration();
  const { serve } = await import('#bin/server');
  const { stop } = await serve({ development });
  const stopMail = (await import('#lib/review/mail/worker')).startMail(say);
  const stopDocuments = (await import('#lib/notes/worker')).startDocuments();

  say();
  say(
    `The Needs Register is at ${publicUrl.origin} (listening on ${host}:${port}, ready in ${((Date.now() - began) / 1000).toFixed(1)} s).`,
  );
  if (demonstration) {
    const { demonstrationAccounts, demonstrationPassword } =
      await import('#lib/people/accounts/demonstration');
    say(`Accounts of the demonstration, each with the password "${demonstrationPassword}":`);
    for (const { email, name } of demonstrationAccounts) say(`  ${email.padEnd(30)} ${name}`);
  } else {
    say(
      'Make the first administrator with: npm run account -- create --email NAME@EXAMPLE.ORG --name "NAME"',
    );
  }
  say('Stop it with Ctrl-C.');

  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await Promise.all([stop(), stopMail(), stopDocuments()]);
    await closeDatabase();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

start().catch((error: unknown) => {
  if (error instanceof EnvironmentError) fail(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    fail(
      `Port ${environment().port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`,
    );
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES')
    fail(
      `Port ${environment().port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`,
    );
  if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')
    fail(`HOST=${environment().host} is not an address of this machine.`);
  const why = databaseFailure(error);
  fail(why ? failures[why] : error instanceof Error ? error.message : String(error));
});
