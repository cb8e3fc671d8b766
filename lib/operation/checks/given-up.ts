import 'server-only';
import { and, eq, gte, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reader } from '#db/client';
import { outbox } from '#db/schema/data-entry';
import { noteJob } from '#db/schema/notes';
import { maxAttempts } from '#lib/people/mail/vocabulary';

/** Mail that was given up after so many attempts. */
export const isMailGivenUp = () =>
  and(isNull(outbox.sentAt), isNull(outbox.dueAt), gte(outbox.attempts, maxAttempts));

/** Jobs that failed, unless the documents of the same note were asked for again since. */
export function isJobGivenUp(from: Reader) {
  const later = alias(noteJob, 'later');
  const again = from
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.noteId, noteJob.noteId),
        sql`(${later.askedAt}, ${later.id}) > (${noteJob.askedAt}, ${noteJob.id})`,
      ),
    );
  return and(eq(noteJob.status, 'failed'), notExists(again));
}
