/**
 * The program that makes documents, with a note of invented numbers. While the file that HOLD names is there, it stops before
 * its second .docx; CRASH says what goes wrong.
 */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { closeDatabase } from '#db/client';
import { done, notFound } from '#lib/base/errors';
import { runDocumentJob, type Renderers } from '#lib/notes/documents/run-job';
import { smallNote } from '#tests/support/factories/finished-note-small';

const { HOLD = '', REVISION = '', CRASH } = process.env;
let begun = 0;
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());

const makers: Renderers = {
  finalise: async (_actor, _noteId, locale) =>
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

await runDocumentJob(process.argv[2] ?? '', makers, stopping.signal);
await closeDatabase();
