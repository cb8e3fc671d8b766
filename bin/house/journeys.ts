import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesPassed } from '#bin/house/passes';

/** What every journey uses a little of: tools, data and the database, not stations of its own. */
const aside = ['bin/', 'db/', 'lib/base/', 'lib/convention/', 'lib/text/', 'messages/'];

export type Journey = Readonly<{ name: string; files: readonly string[] }>;

const edition = {
  audience: 'public',
  title: '',
  session: 14,
  place: 'Vienna',
  agendaItem: '5',
  symbol: 'NR/1',
  documentDate: '2023-03-27',
  chapters: 'II',
  cutoff: '2023-02-28',
  previousId: null,
  previousCutoff: '2021-10-31',
  previousSymbol: 'NR/0',
  sourceLocale: 'en',
} as const;

/** A file with one new need, made from the first need of the demonstration. */
function fileOfOneNeed(folder: string): string {
  const seed = readFileSync('db/seed/demonstration/needs.csv', 'utf8');
  const [header = '', first = ''] = seed.split('\n');
  const file = path.join(folder, 'needs.csv');
  writeFileSync(file, `${header}\n${first.replace(/^[^,]+/, 'M001')}\n`);
  return file;
}

async function loadDemonstrationInto(folder: string) {
  process.env.DATABASE_URL = `file:${path.join(folder, 'house.db')}`;
  await (await import('#db/migrate')).migrate();
  await (await import('#db/register')).openRegister({ demonstration: true });
  await (await import('#bin/demonstration')).loadDemonstration();
}

/** A summary as the API answers it to the public. */
async function readNumbers() {
  const { publicActor } = await import('#lib/base/actor');
  const { summaryDocument } = await import('#lib/counting/summaries/queries');
  const query = (region: string) =>
    new URLSearchParams({ cycle: '2', chapter: 'II', cutoff: '2023-02-28', region });
  await summaryDocument(publicActor, query('EEG'), []);
  return filesPassed(() => summaryDocument(publicActor, query('AFR'), []));
}

/** A need as a focal point enters it. */
async function writeNeed() {
  const { actorOfAccount } = await import('#bin/demonstration-actors');
  const { sampleNeeds } = await import('#bin/demonstration-needs');
  const { enterNeed } = await import('#lib/needs/entry/commands');
  const { listReviews } = await import('#lib/needs/reviews/queries');
  const [sample] = sampleNeeds;
  const focalPoint = await actorOfAccount(sample!.by);
  const reviews = await listReviews(focalPoint);
  const own = reviews.find(({ stateId }) => stateId === focalPoint.stateId)!;
  const input = { id: randomUUID(), reviewId: own.id, fields: sample!.fields };
  return filesPassed(() => enterNeed(focalPoint, input));
}

/** An edition of the note as a Word document. */
async function makeDocument() {
  const { actorOfAccount } = await import('#bin/demonstration-actors');
  const { renderDocx } = await import('#lib/documents/docx/render-docx');
  const { finishedNote } = await import('#lib/notes/assembly/finished-note');
  const { createEdition } = await import('#lib/notes/editions/head-commands');
  const manager = await actorOfAccount('manager@demo.example');
  const created = await createEdition(manager, edition);
  if (!created.ok) throw new Error('the edition could not be opened');
  const { id } = created.value;
  return filesPassed(async () => {
    const note = await finishedNote(manager, id, 'en');
    if (note.ok) await renderDocx(note.value);
  });
}

/** A file with one need, imported. */
async function importNeed(folder: string) {
  const { actorOfAccount } = await import('#bin/demonstration-actors');
  const { systemActor } = await import('#lib/base/actor');
  const { importFiles } = await import('#lib/needs/imports/commands');
  const administrator = await actorOfAccount('administrator@demo.example');
  const actor = systemActor(administrator.accountId!, 'Import');
  const file = { kind: 'needs', name: 'needs.csv', path: fileOfOneNeed(folder) } as const;
  return filesPassed(() => importFiles(actor, { files: [file], target: 'submitted' }));
}

/** Through which files of the project a read, a write, a document and an import pass. */
export async function measureJourneys(): Promise<readonly Journey[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  try {
    await loadDemonstrationInto(folder);
    const journeys = [
      { name: 'a read: numbers for the API', files: await readNumbers() },
      { name: 'a write: a need entered', files: await writeNeed() },
      { name: 'a Word document of the note', files: await makeDocument() },
      { name: 'an import of one need', files: await importNeed(folder) },
    ];
    await (await import('#db/client')).closeDatabase();
    return journeys.map(({ name, files }) => ({
      name,
      files: files.filter((file) => !aside.some((start) => file.startsWith(start))),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
