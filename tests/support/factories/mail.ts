import type { Actor } from '#lib/base/actor';
import type { Delivery, OutgoingMail } from '#lib/review/mail/delivery';
import { rows } from '#tests/support/databases/sql';

/**
 * What waits in the outbox for these people: `who: kind`, in order of writing; of one need, if it
 * is named.
 */
export async function messagesTo(
  people: Readonly<Record<string, Actor>>,
  about = '',
): Promise<string[]> {
  const found = await rows<{ account_id: string; kind: string }>(
    'select account_id, kind from outbox where data like ? order by created_at, id',
    [`%${about}%`],
  );
  const nameOf = (id: string) =>
    Object.entries(people).find(([, { accountId }]) => accountId === id)?.[0];
  return found
    .flatMap(({ account_id: id, kind }) => (nameOf(id) ? [`${nameOf(id)}: ${kind}`] : []))
    .toSorted();
}

/**
 * These people have joined and want mail in this way; everybody else who was made so far wants
 * none.
 */
export async function onlyTo(people: readonly Actor[], how: 'daily' | 'each' = 'daily') {
  await rows(`update account set mail = 'none'`);
  await rows('update outbox set due_at = null');
  for (const { accountId } of people)
    await rows(`update account set mail = ?, password_hash = 'joined' where id = ?`, [
      how,
      accountId,
    ]);
}

/** The hour of the digest has come for all that waits. */
export const comeTheHour = () =>
  rows(`update outbox set due_at = '2026-01-01T06:00:00.000Z' where due_at is not null`);

/** Keeps what it is given to deliver; fails while it is told to. */
export function keeping() {
  const parcels: OutgoingMail[] = [];
  const state = { failing: false };
  const delivery: Delivery = {
    deliver: async (parcel) => {
      if (state.failing)
        throw Object.assign(new Error('the server is out of order'), {
          code: 'ECONNECTION',
          responseCode: 421,
        });
      parcels.push(parcel);
      return true;
    },
    close: () => undefined,
  };
  return { parcels, state, delivery };
}
