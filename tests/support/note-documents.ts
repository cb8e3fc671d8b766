/**
 * The program that makes documents, with a note of invented numbers. While the file that HOLD names
 * is there, it stops before
 * its second .docx; CRASH says what goes wrong. It takes back its low priority, at which it would
 * hardly run beside other tests, unless PRIORITY says `kept`; only then it loads the register.
 */
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Makers } from '#lib/notes/making';

const { HOLD = '', REVISION = '', CRASH, PRIORITY } = process.env;

function takeUsualPriority() {
  try {
    setPriority(constants.priority.PRIORITY_NORMAL);
  } catch {
    // Only an administrator may: for others it takes longer.
  }
}
if (PRIORITY !== 'kept') takeUsualPriority();

const { closeDatabase } = await import('#db/client');
const { done, notFound } = await import('#lib/base/errors');
const { makeDocuments } = await import('#lib/notes/making');
const { smallNote } = await import('#tests/support/finished-note-small');

let begun = 0;
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());

const makers: Makers = {
  finish: async (_actor, _noteId, locale) =>
    CRASH === 'finish' && locale === 'ar'
      ? notFound
      : done({ ...smallNote(locale), ...(REVISION ? { revision: Number(REVISION) } : {}) }),
  docx: async ({ locale }) => {
    begun += 1;
    while (begun > 1 && existsSync(HOLD) && !stopping.signal.aborted) await wait(20);
    if (CRASH === 'process') process.exit(7);
    if (CRASH === 'docx') throw new Error('a bug');
    return new TextEncoder().encode(`a document in ${locale}, made by ${process.pid}`);
  },
};

await makeDocuments(process.argv[2] ?? '', makers, stopping.signal);
await closeDatabase();
