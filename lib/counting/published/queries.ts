import 'server-only';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { account } from '#db/schema';
import { publishedNote, publishedNumber } from '#db/schema/published';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { check, type Ask, type Checked } from '#lib/counting/published/rules';
import type { PublishedNote } from '#lib/counting/published/vocabulary';
import { noFilter } from '#lib/counting/summaries/filter';
import { counter } from '#lib/counting/summaries/queries';

/** Checks every number of a note against the register at one revision. */
export async function againstNote(
  actor: Actor,
  note: PublishedNote,
): Promise<Readonly<{ revision: number; checked: readonly Checked[] }>> {
  const { count } = await counter(actor);
  const counts = new Map<string, ReturnType<Ask>>();
  const countFor: Ask = (narrowing, cutoff) => {
    const key = JSON.stringify([narrowing, cutoff]);
    const known =
      counts.get(key) ??
      count({ ...narrowing, cycle: note.cycle, chapters: note.chapters, from: null, cutoff });
    counts.set(key, known);
    return known;
  };
  return {
    revision: countFor(noFilter, note.cutoff).revision,
    checked: note.numbers.map((number) => check(countFor, note, number)),
  };
}

/**
 * Whether the actor may check stored notes, which are for the secretariat. The note of 2023 is open
 * to everyone.
 */
export const seesNotes = ({ role }: Actor): boolean =>
  role === 'manager' || role === 'administrator';

export type NoteListed = Readonly<{
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
export async function notesEntered(actor: Actor): Promise<Outcome<readonly NoteListed[]>> {
  if (!seesNotes(actor)) return forbidden('role');
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
  if (!seesNotes(actor)) return notFound;
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
