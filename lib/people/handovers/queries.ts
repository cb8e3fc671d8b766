import 'server-only';
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { read } from '#db/client';
import { account, state } from '#db/schema';
import { attachment, attachmentContent } from '#db/schema/attachments';
import { handover } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';

/** Handovers that the actor sees: focal points those of their State, the administrator all. */
function visibleHandovers({ role, stateId }: Actor): SQL {
  if (role === 'administrator') return sql`true`;
  return role === 'focal-point' && stateId ? eq(handover.stateId, stateId) : sql`false`;
}

export type HandoverView = Readonly<{
  id: string;
  stateCode: string;
  from: string;
  to: string;
  letter: string | null;
  letterId: string | null;
  at: string;
}>;

/** Handovers, latest first. */
export async function listHandovers(actor: Actor): Promise<HandoverView[]> {
  const rows = await read()
    .select({ handover, stateCode: state.code })
    .from(handover)
    .innerJoin(state, eq(state.id, handover.stateId))
    .where(visibleHandovers(actor))
    .orderBy(desc(handover.at), desc(handover.id))
    .limit(100);
  const ids = rows.flatMap((row) => [row.handover.fromAccountId, row.handover.toAccountId]);
  const people =
    ids.length === 0
      ? []
      : await read()
          .select({ id: account.id, name: account.name })
          .from(account)
          .where(inArray(account.id, ids));
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  return rows.map(
    ({ stateCode, handover: { id, fromAccountId, toAccountId, letter, letterId, at } }) => ({
      id,
      stateCode,
      from: nameOf(fromAccountId),
      to: nameOf(toAccountId),
      letter,
      letterId,
      at,
    }),
  );
}

export type NominationLetter = Readonly<{
  name: string;
  mediaType: string;
  sha256: string;
  content: Buffer;
}>;

/** The letter of a handover with its content; undefined if it is out of the actor's scope. */
export async function nominationLetter(
  actor: Actor,
  letterId: string,
): Promise<NominationLetter | undefined> {
  const [row] = await read()
    .select({
      name: attachment.name,
      mediaType: attachment.mediaType,
      sha256: attachment.sha256,
      content: attachmentContent.content,
    })
    .from(handover)
    .innerJoin(attachment, eq(attachment.id, handover.letterId))
    .innerJoin(attachmentContent, eq(attachmentContent.attachmentId, attachment.id))
    .where(and(eq(attachment.id, letterId), visibleHandovers(actor)));
  return row && { ...row, content: Buffer.from(row.content) };
}
