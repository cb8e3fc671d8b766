import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { publishedNote, publishedNumber } from '#db/schema/published';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { cycleOfChapter } from '#lib/convention/chapters';
import { done, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { vocabularyCodes } from '#lib/needs/model/schema';
import { vocabulary } from '#lib/needs/store/queries';
import type { NoteInput } from '#lib/counting/published/input';
import { parseNumbers } from '#lib/counting/published/parse-numbers';

const rowsAtATime = 200;

/** Whether the actor enters the numbers of published notes. */
export const mayEnterNotes = (actor: Actor): Outcome<null> =>
  actor.role === 'manager' ? done(null) : forbidden('role');

/** Stores the numbers of a published note. */
export async function enterNote(
  actor: Actor,
  { content, title, symbol, chapter, cutoff, previousCutoff }: NoteInput,
): Promise<Outcome<{ id: string }>> {
  const allowed = mayEnterNotes(actor);
  if (!allowed.ok) return allowed;
  const { subcategories, types, tags } = vocabularyCodes(await vocabulary(actor));
  const hasPrevious = previousCutoff !== null;
  const known = { chapter, hasPrevious, subcategories, types, tags };
  const numbers = await parseNumbers(content, known);
  if (!numbers.ok) return numbers;
  return runCommand(async (tx) => {
    const id = randomUUID();
    const cycle = cycleOfChapter(chapter);
    const note = { id, title, symbol, cycle, chapter, cutoff, previousCutoff };
    const rows = numbers.value.map(
      ({ id: code, where, contradiction: _none, ...number }, position) => ({
        id: randomUUID(),
        noteId: id,
        position,
        code,
        place: where,
        ...number,
      }),
    );
    const fromSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'enter',
      entity: 'published-note',
      entityId: id,
      data: { ...note, numbers: rows.length },
    });
    await tx.insert(publishedNote).values({
      ...note,
      enteredBy: actor.accountId!,
      createdAt: new Date().toISOString(),
      fromSeq,
    });
    for (let at = 0; at < rows.length; at += rowsAtATime)
      await tx.insert(publishedNumber).values(rows.slice(at, at + rowsAtATime));
    return done({ id });
  });
}

/** Removes a note from the list; it stays in the database with all its numbers. */
export async function withdrawNote(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  if (actor.role !== 'manager') return forbidden('role');
  return runCommand(async (tx) => {
    const isListed = and(eq(publishedNote.id, id), isNull(publishedNote.toSeq));
    const [found] = await tx.select({ id: publishedNote.id }).from(publishedNote).where(isListed);
    if (!found) return notFound;
    const toSeq = await recordChange(tx, {
      actorId: actor.accountId!,
      verb: 'withdraw',
      entity: 'published-note',
      entityId: id,
    });
    const withdrawn = await tx
      .update(publishedNote)
      .set({ toSeq })
      .where(isListed)
      .returning({ id: publishedNote.id });
    return withdrawn.length === 1 ? done({ id }) : notFound;
  });
}
