import { randomUUID } from 'node:crypto';
import type { sendTable } from '#tests/support/permissions/forms-table';
import {
  places,
  type ActorName,
  type MatrixRegister,
  type NoteState,
  type Place,
} from '#tests/support/permissions/register';
import { mintedReview } from '#tests/support/factories/reviews';
import { reviewer } from '#tests/support/factories/people';
import { rows } from '#tests/support/databases/sql';

/** The address of a row with the reviews and notes of this register in it. */
export const addressIn = ({ reviews, notes }: MatrixRegister, path: string): string =>
  path
    .replaceAll(/\{([ABCD])\}/g, (_, place: Place | 'D') => reviews[place].id)
    .replaceAll(/\{note ([a-z-]+)\}/g, (_, state: NoteState) => notes[state]);

type Form = Readonly<{ path: string; fields: Readonly<Record<string, string>> }>;

/** A form as one person sends it; what will be done to a review is done to a new one. */
export async function formIn(
  register: MatrixRegister,
  row: (typeof sendTable)[number],
  outcome: string,
  newState: string,
): Promise<Form> {
  const { entry, fields } = row;
  const path = row.path.replaceAll(/\{note [^}]+\}/g, (note) => addressIn(register, note));
  const isDone = outcome === 'done' || outcome === 'done-and-shown';
  const wantsReview = path.includes('{') || entry.includes('invite');
  const needsNew = isDone && wantsReview;
  const made = needsNew ? await mintedReview({ completedOn: '2022-01-31' }) : undefined;
  const assigned =
    made && entry.includes('release')
      ? (await reviewer(made)).accountId!
      : register.accountIds['recoder of A'];
  const known: Readonly<Record<string, () => string>> = {
    new: randomUUID,
    newState: () => newState,
    version: () => '2',
    assigned: () => assigned,
  };
  const valueOf = (key: string): string => {
    if (known[key]) return known[key]();
    if (key in register.reviews) return (made ?? register.reviews[key as Place]).id;
    return register.accountIds[key as Exclude<ActorName, 'anonymous'>];
  };
  const put = (text: string) => text.replaceAll(/\{([^}]+)\}/g, (_, key: string) => valueOf(key));
  const filled = Object.entries(fields).map(([field, value]) => [field, put(value)]);
  return { path: put(path), fields: Object.fromEntries(filled) as Record<string, string> };
}

const listed = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join();

/** The needs, reviews and people of the table: what is refused changes nothing of it. */
export async function stateOf(register: MatrixRegister): Promise<unknown> {
  const { needs, reviews, accountIds } = register;
  const each = places.flatMap((place) => Object.values(needs[place]));
  const needIds = listed(each.map(({ id }) => id));
  const reviewIds = listed(Object.values(reviews).map(({ id }) => id));
  const people = listed(Object.values(accountIds));
  return [
    await rows(`select * from need where id in (${needIds}) order by id`),
    await rows(`select id from need_version where need_id in (${needIds}) order by id`),
    await rows(`select id, symbol, completed_on, published_on, version from review
      where id in (${reviewIds}) order by id`),
    await rows(`select * from assignment where review_id in (${reviewIds}) order by id`),
    await rows(`select id, email, name, role, state_id, password_hash, active from account
      where id in (${people}) order by id`),
  ];
}
