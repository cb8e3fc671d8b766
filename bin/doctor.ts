import { closeDatabase } from '#db/client';
import { systemActor } from '#lib/base/actor';
import { checkText } from '#lib/operation/checks/check-text';
import { runChecks } from '#lib/operation/checks/doctor';
import { operationError } from '#lib/operation/base/operation-error';
import { translator } from '#lib/text/i18n';

/** npm run doctor: says what is in order and what to do about the rest. Ends with 1 at a fault. */
const marks = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

try {
  const t = translator('en');
  for (const found of await runChecks(systemActor('', 'Doctor'))) {
    const title = t(`operation.names.${found.name}`);
    process.stdout.write(`${marks[found.state]} ${title}: ${checkText('en', t, found)}\n`);
    if (found.state === 'fault') process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${operationError(error).message}\n`);
  process.exitCode = 2;
} finally {
  await closeDatabase().catch(() => undefined);
}
