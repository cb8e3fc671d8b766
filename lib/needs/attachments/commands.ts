import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange, recordEvent } from '#db/change';
import { transaction, type Writer } from '#db/client';
import { attachment, attachmentContent, passage } from '#db/schema/attachments';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { safeFileName } from '#lib/text/file-name';
import type { AttachmentUpload } from '#lib/needs/attachments/input';
import { filesOfReview, maySeeSource } from '#lib/needs/attachments/queries';
import { parseInWorker } from '#lib/needs/attachments/parse-in-worker';
import type { Source } from '#lib/files/source/read-source';
import { largestAttachment } from '#lib/files/limits';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { maySign } from '#lib/needs/model/transitions';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';

const rowsPerInsert = 500;

async function writePassages(tx: Writer, attachmentId: string, { passages }: Source) {
  const rows = passages.map((each, position) => ({
    attachmentId,
    position: position + 1,
    ...each,
  }));
  for (let at = 0; at < rows.length; at += rowsPerInsert)
    await tx.insert(passage).values(rows.slice(at, at + rowsPerInsert));
}

export type AttachmentResult = Readonly<{ id: string; reviewId: string; leftOut: number }>;

/** Returns the review, if the actor may attach its executive summary. */
export async function reviewToAttachTo(
  actor: Actor,
  reviewId: string,
): Promise<Outcome<ReviewView>> {
  const review = (await maySeeSource(actor, reviewId))
    ? await reviewById(actor, reviewId)
    : undefined;
  if (!review) return notFound;
  return maySign(actor, review) ? done(review) : forbidden('role');
}

/**
 * Attaches an executive summary to its review and extracts its text. The previous file is kept, but
 * no longer the source. A worker parses the file before the transaction, so that no other write
 * waits for it.
 */
export async function attachSummary(
  actor: Actor,
  { reviewId, replaces, given }: AttachmentUpload,
): Promise<Outcome<AttachmentResult>> {
  const found = await reviewToAttachTo(actor, reviewId);
  if (!found.ok) return found;
  const file = fileIn(given);
  if (file.content.length > largestAttachment)
    return invalid(file.field, file.field === 'text' ? 'sourceTooLong' : 'fileTooLarge');
  const currentFile = (await filesOfReview(actor, reviewId)).find(
    ({ current: present }) => present,
  );
  if ((currentFile?.id ?? null) !== replaces) return failed({ kind: 'conflict', why: 'moved' });
  const parsed = await parseInWorker(
    actor,
    'text' in given ? { text: given.text } : { file: given.file },
  );
  if (!parsed.ok) return invalid(file.field, parsed.why);
  const source = parsed.value;
  return runCommand(async (tx) => {
    if (!(await maySeeSource(actor, reviewId, tx))) return notFound;
    const id = await writeAttachment(tx, actor, { reviewId, replaces, file, source });
    if (id === undefined) return failed({ kind: 'conflict', why: 'moved' });
    return done({ id, reviewId, leftOut: source.leftOut });
  });
}

type AttachedFile = Readonly<{ field: 'text' | 'file'; name: string; content: Buffer }>;

const fileIn = (given: AttachmentUpload['given']): AttachedFile =>
  'text' in given
    ? { field: 'text', name: '', content: Buffer.from(given.text.toWellFormed()) }
    : { field: 'file', name: safeFileName(given.name), content: Buffer.from(given.file) };

/**
 * Writes the attachment, its content and its passages, and returns its id; undefined where another
 * file was replaced than the one that the person saw.
 */
async function writeAttachment(
  tx: Writer,
  actor: Actor,
  {
    reviewId,
    replaces,
    file,
    source,
  }: Readonly<{ reviewId: string; replaces: string | null; file: AttachedFile; source: Source }>,
): Promise<string | undefined> {
  const id = randomUUID();
  const properties = {
    name: file.name,
    mediaType: source.mediaType,
    size: file.content.length,
    sha256: createHash('sha256').update(file.content).digest('hex'),
    pages: source.pages,
  };
  const { leftOut, unread } = source;
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'attach',
    entity: 'attachment',
    entityId: id,
    data: { reviewId, replaces, ...properties, passages: source.passages.length, leftOut, unread },
  });
  // After the row of the change log, for which all writers queue, so that two people who attach at
  // once cannot both find the same previous file.
  const replaced = await tx
    .update(attachment)
    .set({ toSeq: seq })
    .where(
      and(
        eq(attachment.reviewId, reviewId),
        eq(attachment.kind, 'summary'),
        isNull(attachment.toSeq),
      ),
    )
    .returning({ id: attachment.id });
  if ((replaced[0]?.id ?? null) !== replaces) return undefined;
  await tx.insert(attachment).values({
    id,
    kind: 'summary',
    reviewId,
    ...properties,
    unread,
    attachedBy: actor.accountId!,
    attachedAt: new Date().toISOString(),
    fromSeq: seq,
  });
  await tx.insert(attachmentContent).values({ attachmentId: id, content: file.content });
  await writePassages(tx, id, source);
  return id;
}

/** Records the download of a whole file. */
export async function recordDownload(actor: Actor, attachmentId: string): Promise<void> {
  await transaction((tx) => recordEvent(tx, 'download', actor.accountId, { attachmentId }));
}
