import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { note, noteFile, notePerson } from '#db/schema/notes';
import { asc, eq } from 'drizzle-orm';
import { read } from '#db/client';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { row, type Row } from '#tests/support/databases/sql';
import { unrecorded } from '#tests/support/databases/unrecorded';

/** An edition of the note, as a draft unless it is said otherwise; its text is not looked at. */
export async function mintedEdition(
  by: Actor,
  given: Partial<typeof note.$inferInsert> = {},
): Promise<string> {
  const id = randomUUID();
  await unrecorded((tx) =>
    tx.insert(note).values({
      id,
      status: 'drafting',
      title: { en: 'A note' },
      session: 18,
      place: 'Vienna',
      agendaItem: '4',
      symbol: 'CAC/COSP/IRG/2027/9',
      documentDate: '2027-03-06',
      cycle: 2,
      chapters: ['II'],
      cutoff: '2027-02-28',
      sourceLocale: 'en',
      languages: ['en', 'ar'] satisfies readonly Locale[],
      version: 1,
      createdBy: by.accountId!,
      createdAt: new Date().toISOString(),
      ...given,
    }),
  );
  return id;
}

/** Names somebody on an edition, from a change on that there is. */
export const nameOn = (noteId: string, accountId: string) =>
  unrecorded((tx) =>
    tx
      .insert(notePerson)
      .values({ id: randomUUID(), noteId, accountId, role: 'reads', fromSeq: 1 }),
  );

/** The documents of an edition with what stands in them. */
export const documents = (noteId: string) =>
  read()
    .select()
    .from(noteFile)
    .where(eq(noteFile.noteId, noteId))
    .orderBy(asc(noteFile.madeAt), asc(noteFile.format));

/** The last job of an edition, in plain SQL. */
export const lastJob = (noteId: string): Promise<Row> =>
  row(
    'select id, status, done, total, failures, beat_at, ended_at from note_job where note_id = ? order by asked_at desc limit 1',
    [noteId],
  );

/** Waits until it is so; what never becomes so fails. */
export async function until(
  what: string,
  so: () => Promise<boolean>,
  seconds = 500,
): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(40))
    if (await so()) return;
  throw new Error(`not within ${seconds} s: ${what}`);
}
