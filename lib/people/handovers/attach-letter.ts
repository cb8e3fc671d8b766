import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { attachment, attachmentContent } from '#db/schema/attachments';
import type { Actor } from '#lib/base/actor';
import { safeFileName } from '#lib/text/file-name';
import { largestAttachment } from '#lib/files/limits';
import { done, invalid, type Outcome } from '#lib/base/errors';

/** The accepted formats, recognised by the first bytes of the file, not by its name. */
const fileSignatures: readonly (readonly [mediaType: string, signature: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
];

export type NominationLetterFile = Readonly<{ name: string; content: Uint8Array }>;

/** Stores the letter of nomination with its checksum; returns its id. */
export async function attachLetter(
  tx: Writer,
  actor: Actor,
  { name: originalName, content }: NominationLetterFile,
): Promise<Outcome<string>> {
  const firstBytes = Buffer.from(content.subarray(0, 8)).toString('latin1');
  const mediaType = fileSignatures.find(([, signature]) => firstBytes.startsWith(signature))?.[0];
  if (content.length > largestAttachment) return invalid('file', 'fileTooLarge');
  if (!mediaType) return invalid('file', 'letterFormat');
  const id = randomUUID();
  const metadata = {
    name: safeFileName(originalName),
    mediaType,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'attach',
    entity: 'attachment',
    entityId: id,
    data: { kind: 'nomination', ...metadata },
  });
  await tx.insert(attachment).values({
    id,
    kind: 'nomination',
    ...metadata,
    attachedBy: actor.accountId!,
    attachedAt: new Date().toISOString(),
    fromSeq: seq,
  });
  await tx.insert(attachmentContent).values({ attachmentId: id, content: Buffer.from(content) });
  return done(id);
}
