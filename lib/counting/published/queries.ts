import 'server-only';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { publishedNote, publishedNumber } from '#db/schema/published';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { checkNumber, type CountFor, type CheckedNumber } from '#lib/counting/published/check-note';
import type { PublishedNote } from '#lib/counting/published/vocabulary';
import { noFilter } from '#lib/counting/filter/filter';
import { createCounter } from '#lib/counting/summaries/queries';

/** Checks every number of a note against the register at one revision. */
export async function checkNote(
  actor: Actor,
  note: PublishedNote,
): Promise<Readonly<{ revision: number; checked: readonly CheckedNumber[] }>> {
  const { count } = await createCounter(actor);
  const counts = new Map<string, ReturnType<CountFor>>();
  const countFor: CountFor = (narrowing, cutoff) => {
    const key = JSON.stringify([narrowing, cutoff]);
    const known =
      counts.get(key) ??
      count({ ...narrowing, cycle: note.cycle, chapters: note.chapters, from: null, cutoff });
    counts.set(key, known);
    return known;
  };
  return {
    revision: countFor(noFilter, note.cutoff).revision,
    checked: note.numbers.map((number) => checkNumber(countFor, note, number)),
  };
}

/**
 * Whether the actor may check stored notes, which are for the secretariat. The note of 2023 is open
 * to everyone.
 */
export const maySeeNotes = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator';

export type NoteListItem = Readonly<{
  id: string;
  title: string;
  symbol: string | null;
  chapter: string;
  cutoff: string;
  enteredBy: string;
  createdAt: string;
}>;
const maximumNotes = 200;

/** Returns the stored notes, the newest first. */
export async function listNotes(actor: Actor): Promise<Outcome<readonly NoteListItem[]>> {
  if (!maySeeNotes(actor)) return forbidden('role');
  return done(
    await read()
      .select({
        id: publishedNote.id,
        title: publishedNote.title,
        symbol: publishedNote.symbol,
        chapter: publishedNote.chapter,
        cutoff: publishedNote.cutoff,
        enteredBy: account.name,
        createdAt: publishedNote.createdAt,
      })
      .from(publishedNote)
      .innerJoin(account, eq(account.id, publishedNote.enteredBy))
      .where(isNull(publishedNote.toSeq))
      .orderBy(desc(publishedNote.createdAt), asc(publishedNote.id))
      .limit(maximumNotes),
  );
}

/** Returns a note with its numbers in the order of its file. */
export async function noteById(actor: Actor, id: string): Promise<Outcome<PublishedNote>> {
  if (!maySeeNotes(actor)) return notFound;
  const [note] = await read()
    .select()
    .from(publishedNote)
    .where(and(eq(publishedNote.id, id), isNull(publishedNote.toSeq)));
  if (!note) return notFound;
  const numbers = await read()
    .select()
    .from(publishedNumber)
    .where(eq(publishedNumber.noteId, id))
    .orderBy(asc(publishedNumber.position), asc(publishedNumber.id));
  const { title, symbol, cycle, chapter, cutoff, previousCutoff } = note;
  return done({
    title,
    symbol,
    cycle: cycle as Cycle,
    chapters: [chapter],
    cutoff,
    previousCutoff,
    numbers: numbers.map(({ code, place, what, value, unit, comparison, rule, calc }) => ({
      id: code,
      where: place,
      what,
      value,
      unit,
      comparison,
      rule,
      calc,
      contradiction: null,
    })),
  });
}
