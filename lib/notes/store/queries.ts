import 'server-only';
import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account } from '#db/schema';
import { note, noteAccepted, noteBlock, noteComment, notePerson } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import { done, notFound, type Outcome } from '#lib/base/errors';
import type { Edition, NoteBlock } from '#lib/notes/model/edition';
import { maySeeNote } from '#lib/notes/store/permissions';
import type { NotePersonRole, EvaluatedValue } from '#lib/notes/model/vocabulary';

export type NotePersonView = Readonly<{
  id: string;
  accountId: string;
  name: string;
  role: NotePersonRole;
  approved: string | null;
  approvedAt: string | null;
}>;

const toEdition = ({
  createdBy: _by,
  createdAt: _at,
  ...row
}: typeof note.$inferSelect): Edition => ({ ...row, cycle: row.cycle as Cycle });

const peopleOf = (noteId: string, from: Reader | Writer): Promise<NotePersonView[]> =>
  from
    .select({
      id: notePerson.id,
      accountId: notePerson.accountId,
      name: account.name,
      role: notePerson.role,
      approved: notePerson.approved,
      approvedAt: notePerson.approvedAt,
    })
    .from(notePerson)
    .innerJoin(account, eq(account.id, notePerson.accountId))
    .where(and(eq(notePerson.noteId, noteId), isNull(notePerson.toSeq)))
    .orderBy(asc(account.name), asc(notePerson.id));

export type EditionView = Readonly<{ edition: Edition; people: readonly NotePersonView[] }>;

/** Returns an edition that the actor may see; any other is not found. */
export async function editionById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<EditionView>> {
  const [row] = await from.select().from(note).where(eq(note.id, id));
  if (!row) return notFound;
  const people = await peopleOf(id, from);
  return maySeeNote(actor, row, people) ? done({ edition: toEdition(row), people }) : notFound;
}

/** Returns the editions that the actor may see, the newest first. */
export async function visibleEditions(actor: Actor): Promise<Edition[]> {
  const rows = await read()
    .select()
    .from(note)
    .orderBy(desc(note.createdAt), asc(note.id))
    .limit(200);
  const named =
    actor.accountId === null
      ? []
      : await read()
          .select({
            noteId: notePerson.noteId,
            accountId: notePerson.accountId,
            role: notePerson.role,
          })
          .from(notePerson)
          .where(and(eq(notePerson.accountId, actor.accountId), isNull(notePerson.toSeq)));
  return rows
    .filter((row) =>
      maySeeNote(
        actor,
        row,
        named.filter(({ noteId }) => noteId === row.id),
      ),
    )
    .map(toEdition);
}

/** Returns the blocks of an edition in their order, at present or at a revision. */
export async function blocksOfEdition(
  _actor: Actor,
  noteId: string,
  revision: number | null,
  from: Reader | Writer = read(),
): Promise<NoteBlock[]> {
  const inForce =
    revision === null
      ? isNull(noteBlock.toSeq)
      : and(
          lte(noteBlock.fromSeq, revision),
          or(isNull(noteBlock.toSeq), gt(noteBlock.toSeq, revision)),
        );
  return from
    .select({
      key: noteBlock.key,
      version: noteBlock.version,
      kind: noteBlock.kind,
      position: noteBlock.position,
      content: noteBlock.content,
    })
    .from(noteBlock)
    .where(and(eq(noteBlock.noteId, noteId), inForce))
    .orderBy(asc(noteBlock.position), asc(noteBlock.key));
}

export type AcceptedNumbers = ReadonlyMap<
  string,
  Readonly<{ shown: Readonly<Record<string, EvaluatedValue>>; by: string; at: string }>
>;

/** Returns the numbers of each block as they were last accepted, by block key. */
export async function acceptedNumbersOf(
  _actor: Actor,
  noteId: string,
  from: Reader | Writer = read(),
): Promise<AcceptedNumbers> {
  const rows = await from
    .select({
      key: noteAccepted.key,
      shown: noteAccepted.shown,
      by: account.name,
      at: noteAccepted.acceptedAt,
    })
    .from(noteAccepted)
    .innerJoin(account, eq(account.id, noteAccepted.acceptedBy))
    .where(eq(noteAccepted.noteId, noteId));
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

export type NoteCommentView = Readonly<{
  id: string;
  key: string;
  text: string;
  by: string;
  at: string;
  resolvedAt: string | null;
}>;

export const commentsOfEdition = (_actor: Actor, noteId: string): Promise<NoteCommentView[]> =>
  read()
    .select({
      id: noteComment.id,
      key: noteComment.key,
      text: noteComment.text,
      by: account.name,
      at: noteComment.at,
      resolvedAt: noteComment.resolvedAt,
    })
    .from(noteComment)
    .innerJoin(account, eq(account.id, noteComment.byId))
    .where(eq(noteComment.noteId, noteId))
    .orderBy(asc(noteComment.at), asc(noteComment.id));

export type BlockVersion = Readonly<{
  version: number;
  content: NoteBlock['content'];
  by: string;
  at: string;
}>;

/** Returns the last fifty versions of a block, the newest first. */
export const versionsOfBlock = (
  _actor: Actor,
  noteId: string,
  key: string,
): Promise<BlockVersion[]> =>
  read()
    .select({
      version: noteBlock.version,
      content: noteBlock.content,
      by: account.name,
      at: noteBlock.changedAt,
    })
    .from(noteBlock)
    .innerJoin(account, eq(account.id, noteBlock.changedBy))
    .where(and(eq(noteBlock.noteId, noteId), eq(noteBlock.key, key)))
    .orderBy(desc(noteBlock.version))
    .limit(50);
