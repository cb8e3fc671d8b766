import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { done } from '#lib/base/errors';
import { freezeEdition, publishEdition, takeBack } from '#lib/notes/editions/status-commands';
import { fileOfEdition } from '#lib/notes/documents/files';
import { requestDocuments, cancelDocuments, documentsOfEdition } from '#lib/notes/documents/jobs';
import { runDocumentJob, type Renderers } from '#lib/notes/documents/run-job';
import { editionById } from '#lib/notes/store/queries';
import { approvedByAnother, opened } from '#tests/support/factories/editions';
import { smallNote } from '#tests/support/factories/finished-note-small';
import { lastJob } from '#tests/support/factories/note-editions';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { manager as aManager } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { toldRevision } from '#lib/notes/model/edition';

process.env.CHROMIUM_PATH = '/nowhere/chromium';
let manager: Actor;
beforeAll(async () => {
  await demonstrationRegister();
  manager = await aManager();
});

const versioned = async (id: string) => ({
  id,
  version: valueOf(await editionById(manager, id)).edition.version,
});
const statuses = async (id: string) =>
  (
    await rows<{ status: string }>(
      'select status from note_job where note_id = ? order by asked_at, id',
      [id],
    )
  ).map(({ status }) => status);
/** The documents as of the revision that the edition was frozen at, or of now. */
async function make(id: string) {
  const revision = toldRevision(valueOf(await editionById(manager, id)).edition);
  const makers: Renderers = {
    finalise: async (_actor, _id, locale) =>
      done({ ...smallNote(locale), ...(revision === null ? {} : { revision }) }),
    docx: ({ locale }) => new TextEncoder().encode(`in ${locale}`),
  };
  await runDocumentJob(String((await lastJob(id)).id), makers);
}
const freeze = async (id: string) =>
  freezeEdition(manager, { ...(await versioned(id)), seen: 'yes' });

it('what is being made of a draft ends when it is frozen, so that what is asked for then is made whole', async () => {
  const id = await opened(manager);
  valueOf(await requestDocuments(manager, { id }));
  valueOf(await freeze(id));
  expect(await statuses(id)).toEqual(['cancelled']);
  valueOf(await requestDocuments(manager, { id }));
  expect(await statuses(id)).toEqual(['cancelled', 'waiting']);
  expect(await lastJob(id)).toMatchObject({ status: 'waiting' });
  await make(id);
  const { files, job } = valueOf(await documentsOfEdition(manager, id));
  // Six languages; there is no browser to print with.
  expect(files).toHaveLength(18);
  expect(job).toMatchObject({ status: 'failed', done: 18, total: 24 });
});

it('an edition is published with its documents: not before they are made, not while they are made, and without a PDF where none can be printed', async () => {
  const id = await opened(manager);
  valueOf(await freeze(id));
  await approvedByAnother(manager, id);
  const publish = async () => publishEdition(manager, await versioned(id));
  const refused = (message: string) => ({
    kind: 'invalid',
    errors: [{ field: 'documents', message }],
  });
  expect(failureOf(await publish())).toEqual(refused('notes.errors.documents'));
  valueOf(await requestDocuments(manager, { id }));
  expect(failureOf(await publish())).toEqual(refused('notes.errors.making'));
  valueOf(await cancelDocuments(manager, { id }));
  expect(failureOf(await publish())).toEqual(refused('notes.errors.documents'));
  valueOf(await requestDocuments(manager, { id }));
  await make(id);
  valueOf(await publish());
  expect(await fileOfEdition(manager, id, 'ar', 'docx')).toMatchObject({ isPublic: true });
  expect(await fileOfEdition(manager, id, 'ar', 'pdf')).toBeUndefined();
});

it('taking a frozen edition back ends the making of its documents', async () => {
  const id = await opened(manager);
  valueOf(await freeze(id));
  valueOf(await requestDocuments(manager, { id }));
  valueOf(await takeBack(manager, await versioned(id)));
  expect(await statuses(id)).toEqual(['cancelled']);
});
