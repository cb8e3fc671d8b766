/** The program that makes documents, with a note of invented numbers: `PACE` milliseconds are taken over each .docx. */
import { setTimeout as wait } from 'node:timers/promises';
import { closeDatabase } from '#db/client';
import { done, notFound } from '#lib/errors';
import { makeDocuments, type Makers } from '#lib/notes/making';
import { smallNote } from '#tests/support/finished-note-small';

const { PACE = '0', REVISION = '', CRASH } = process.env;
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());

const makers: Makers = {
  finish: async (_actor, _noteId, locale) => (CRASH === 'finish' && locale === 'ar' ? notFound : done({ ...smallNote(locale), ...(REVISION ? { revision: Number(REVISION) } : {}) })),
  docx: async ({ locale }) => {
    await wait(Number(PACE));
    if (CRASH === 'process') process.exit(7);
    if (CRASH === 'docx') throw new Error('a bug');
    return new TextEncoder().encode(`a document in ${locale}, made by ${process.pid}`);
  },
};

await makeDocuments(process.argv[2] ?? '', makers, stopping.signal);
await closeDatabase();
