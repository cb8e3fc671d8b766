import 'server-only';
import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account } from '#db/schema';
import { note, noteAccepted, noteBlock, noteComment, notePerson } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import { done, notFound, type Outcome } from '#lib/base/errors';
import type { Edition, NoteBlock } from '#lib/notes/model/edition';
import { isInPublicView } from '#lib/notes/store/counted-summaries';
import { mayReadNote, worksOn } from '#lib/notes/store/permissions';
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

/** `isPublic`: whether the public may see it; `isAtWork`: whether the actor works on it. */
export type EditionView = Readonly<{
  edition: Edition;
  /** The people added to it, for those who work on it; others do not see who they are. */
  people: readonly NotePersonView[];
  isPublic: boolean;
  isAtWork: boolean;
}>;

/** Returns an edition that the actor may read or works on; any other is not found. */
export async function editionById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<EditionView>> {
  const [found] = await from
    .select({ row: note, inView: sql<boolean | number>`${isInPublicView(from)}` })
    .from(note)
    .where(eq(note.id, id));
  if (!found) return notFound;
  const people = await peopleOf(id, from);
  const isPublic = Boolean(found.inView);
  if (!mayReadNote(actor, isPublic, people)) return notFound;
  const isAtWork = worksOn(actor, people);
  return done({
    edition: toEdition(found.row),
    people: isAtWork ? people : [],
    isPublic,
    isAtWork,
  });
}

/** Returns an edition that the actor works on; for all others it does not exist. */
export async function editionAtWork(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<Outcome<EditionView>> {
  const found = await editionById(actor, id, from);
  return found.ok && !found.value.isAtWork ? notFound : found;
}

const isAtWork = async (
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<boolean> => (await editionAtWork(actor, id, from)).ok;

/** Returns the editions that the actor may read or works on, the newest first. */
export async function visibleEditions(actor: Actor): Promise<Edition[]> {
  const rows = await read()
    .select({ row: note, inView: sql<boolean | number>`${isInPublicView()}` })
    .from(note)
    .orderBy(desc(note.createdAt), asc(note.id))
    .limit(200);
  const named =
    actor.accountId === null
      ? []
      : await read()
          .select({ noteId: notePerson.noteId, accountId: notePerson.accountId })
          .from(notePerson)
          .where(and(eq(notePerson.accountId, actor.accountId), isNull(notePerson.toSeq)));
  return rows
    .filter(({ row, inView }) =>
      mayReadNote(
        actor,
        Boolean(inView),
        named.filter(({ noteId }) => noteId === row.id),
      ),
    )
    .map(({ row }) => toEdition(row));
}

/**
 * Returns the blocks of an edition in their order, at present or at a revision. Who does not work
 * on it gets those of the revision that it was published at, and no others.
 */
export async function blocksOfEdition(
  actor: Actor,
  noteId: string,
  revision: number | null,
  from: Reader | Writer = read(),
): Promise<NoteBlock[]> {
  const view = await editionById(actor, noteId, from);
  if (!view.ok) return [];
  if (!view.value.isAtWork && revision !== view.value.edition.revision) return [];
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

/**
 * Returns the numbers of each block as they were last accepted, by block key; none to those who do
 * not work on the edition.
 */
export async function acceptedNumbersOf(
  actor: Actor,
  noteId: string,
  from: Reader | Writer = read(),
): Promise<AcceptedNumbers> {
  if (!(await isAtWork(actor, noteId, from))) return new Map();
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

/** Returns the comments on an edition; none to those who do not work on it. */
export async function commentsOfEdition(actor: Actor, noteId: string): Promise<NoteCommentView[]> {
  if (!(await isAtWork(actor, noteId))) return [];
  return read()
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
}

export type BlockVersion = Readonly<{
  version: number;
  content: NoteBlock['content'];
  by: string;
  at: string;
}>;

/**
 * Returns the last fifty versions of a block, the newest first; none to those who do not work on the
 * edition.
 */
export async function versionsOfBlock(
  actor: Actor,
  noteId: string,
  key: string,
): Promise<BlockVersion[]> {
  if (!(await isAtWork(actor, noteId))) return [];
  return read()
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
}
