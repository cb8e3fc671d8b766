import type { Actor } from '#lib/base/actor';
import { enterOrganisation } from '#lib/people/organisations/organisations';
import {
  approveNeed,
  editNeed,
  recodeNeed,
  reopenNeed,
  returnNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import type { Situation } from '#tests/support/factories/situations';
import { rightPasswordHash } from '#tests/support/factories/credentials';
import {
  approved,
  completeFields,
  draft,
  submitted,
  type Seen,
} from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { again, focalPoint, reviewer, signedIn } from '#tests/support/factories/people';
import {
  mintedReview,
  mintedState,
  publishedReview,
  type MintedReview,
} from '#tests/support/factories/reviews';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { administrator } from '#tests/support/factories/people';
import { row, rows } from '#tests/support/databases/sql';
import { eq } from 'drizzle-orm';
import { unrecorded } from '#tests/support/databases/unrecorded';
import { note } from '#db/schema/notes';
import { storeFile } from '#lib/notes/documents/files';
import { opened } from '#tests/support/factories/editions';
import { nameOn } from '#tests/support/factories/note-editions';

/**
 * A: the actors' own State and review, completed; B: another State's, completed; C: a third
 * State's, published. D: a review without needs.
 */
export const places = ['A', 'B', 'C'] as const;
export type Place = (typeof places)[number];
export const situationsTried = [
  'draft',
  'submitted',
  'returned',
  'recoded',
  'approved',
  'reopened',
  'withdrawn',
] as const satisfies readonly Situation[];

/**
 * The states in which an edition of the note may be. `out-of-view`: it was published, but counts a
 * summary that is not. The reviewer of D is added to each of them as a reader.
 */
export const noteStates = [
  'drafting',
  'under-review',
  'frozen',
  'published',
  'out-of-view',
] as const;
export type NoteState = (typeof noteStates)[number];

export const actorNames = [
  'anonymous',
  'deactivated',
  'focal point of A',
  'focal point of B',
  'reviewer of A',
  'recoder of A',
  'reviewer of D',
  'manager',
  'administrator',
  'contributor of A',
  'provider',
  'adviser',
] as const;
export type ActorName = (typeof actorNames)[number];

/**
 * What stands in the text of a need, so that it can be looked for in everything that is answered.
 */
export const mark = (place: Place, situation: Situation, working = true) =>
  `Mark ${place} ${situation} ${working ? 'working' : 'counting'}.`;

type Hands = Readonly<{ review: MintedReview; entering: Actor; reviewing: Actor }>;
export type MatrixRegister = Readonly<{
  reviews: Readonly<Record<Place | 'D', MintedReview>>;
  needs: Readonly<Record<Place, Readonly<Record<Situation, Seen>>>>;
  /** An edition of the note in each state. */
  notes: Readonly<Record<NoteState, string>>;
  /** Another need just like the one of this place and situation. */
  fresh: (place: Place, situation: Situation) => Promise<Seen>;
  emails: Readonly<Record<Exclude<ActorName, 'anonymous'>, string>>;
  accountIds: Readonly<Record<Exclude<ActorName, 'anonymous'>, string>>;
  /** Everybody has signed in already. */
  sessionIds: Readonly<Record<Exclude<ActorName, 'anonymous'>, string>>;
  deactivate: () => Promise<unknown>;
}>;

async function mint(
  { review, entering, reviewing }: Hands,
  situation: Situation,
  texts: Readonly<Record<'working' | 'counting', string>>,
): Promise<Seen> {
  const fields = { text: situation === 'reopened' ? texts.counting : texts.working };
  const reason = 'A reason.';
  switch (situation) {
    case 'draft':
      return draft(entering, review, fields);
    case 'submitted':
      return submitted(entering, review, fields);
    case 'returned':
      return valueOf(
        await returnNeed(reviewing, { ...(await submitted(entering, review, fields)), reason }),
      );
    case 'recoded':
      return valueOf(
        await recodeNeed(reviewing, {
          ...(await submitted(entering, review, fields)),
          fields: { ...completeFields, ...fields, subcategory: 'cb-structures' },
          reason,
        }),
      );
    case 'approved':
      return approved(entering, reviewing, review, fields);
    case 'withdrawn':
      return valueOf(
        await withdrawNeed(entering, { ...(await submitted(entering, review, fields)), reason }),
      );
    case 'reopened': {
      const seen = valueOf(
        await reopenNeed(reviewing, {
          ...valueOf(await approveNeed(reviewing, await submitted(entering, review, fields))),
          reason,
        }),
      );
      return valueOf(
        await editNeed(entering, { ...seen, fields: { ...completeFields, text: texts.working } }),
      );
    }
  }
}

/**
 * An edition of the note in each state, each with a document. Those out of view count the summaries
 * of A and B, which are not published.
 */
async function mintedNotes(by: Actor, reader: Actor): Promise<Record<NoteState, string>> {
  const inState = async (state: NoteState) => {
    const isFinished = !['drafting', 'under-review'].includes(state);
    const audience = state === 'out-of-view' ? 'group' : 'public';
    const id = await opened(by, { symbol: `NR/${state}`, audience });
    await nameOn(id, reader.accountId!);
    const { revision } = await row<{ revision: number }>('select revision from register');
    const content = new TextEncoder().encode(state);
    await unrecorded(async (tx) => {
      const set = {
        status: state === 'out-of-view' ? 'published' : state,
        // One language is checked sooner than six.
        languages: ['en'],
        ...(isFinished && { revision, frozenAt: new Date().toISOString() }),
      } as const;
      await tx.update(note).set(set).where(eq(note.id, id));
      await storeFile(tx, id, { locale: 'en', format: 'docx', revision, content });
    });
    return [state, id] as const;
  };
  const minted: (readonly [NoteState, string])[] = [];
  for (const state of noteStates) minted.push(await inState(state));
  return Object.fromEntries(minted) as Record<NoteState, string>;
}

/**
 * One register with every place, situation and person of the matrix. Everybody has the right
 * password.
 */
export async function matrixRegister(): Promise<MatrixRegister> {
  const passwordHash = await rightPasswordHash();
  const completed = { completedOn: '2022-01-31' } as const;
  const reviews = {
    A: await mintedReview({ ...completed, of: await mintedState('AFR') }),
    B: await mintedReview({ ...completed, of: await mintedState('EEG') }),
    C: await publishedReview({ of: await mintedState('APG') }),
    D: await mintedReview({ of: await mintedState('WEOG') }),
  };
  const appointing = await administrator();
  const reviewing = async (review: MintedReview) => {
    const person = await signedIn({ role: 'reviewer', passwordHash });
    valueOf(await appointReviewer(appointing, { id: review.id, accountId: person.accountId! }));
    return again(person);
  };
  const focal = (review: MintedReview) =>
    signedIn({ role: 'focal-point', stateId: review.stateId, passwordHash });
  const people = {
    deactivated: await focal(reviews.A),
    'focal point of A': await focal(reviews.A),
    'focal point of B': await focal(reviews.B),
    'reviewer of A': await reviewing(reviews.A),
    'recoder of A': await reviewing(reviews.A),
    'reviewer of D': await reviewing(reviews.D),
    manager: await signedIn({ role: 'manager', passwordHash }),
    administrator: await signedIn({ role: 'administrator', passwordHash }),
    'contributor of A': await signedIn({
      role: 'contributor',
      stateId: reviews.A.stateId,
      passwordHash,
    }),
    provider: await signedIn({
      role: 'provider',
      organisationId: valueOf(
        await enterOrganisation(appointing, { name: 'Provider of the matrix' }),
      ).id,
      passwordHash,
    }),
    adviser: await signedIn({ role: 'adviser', region: 'APG', passwordHash }),
  };
  const hands: Record<Place, Hands> = {
    A: {
      review: reviews.A,
      entering: people['focal point of A'],
      reviewing: people['recoder of A'],
    },
    B: {
      review: reviews.B,
      entering: people['focal point of B'],
      reviewing: await reviewer(reviews.B),
    },
    C: {
      review: reviews.C,
      entering: await focalPoint(reviews.C),
      reviewing: await reviewer(reviews.C),
    },
  };
  const minted = async (place: Place) =>
    Object.fromEntries(
      await Promise.all(
        situationsTried.map(
          async (situation) =>
            [
              situation,
              await mint(hands[place], situation, {
                working: mark(place, situation),
                counting: mark(place, situation, false),
              }),
            ] as const,
        ),
      ),
    ) as Record<Situation, Seen>;
  const ofEach = <T>(of: (person: Actor) => T) =>
    Object.fromEntries(
      Object.entries(people).map(([name, person]) => [name, of(person)]),
    ) as Record<keyof typeof people, T>;
  return {
    reviews,
    notes: await mintedNotes(people.manager, people['reviewer of D']),
    needs: { A: await minted('A'), B: await minted('B'), C: await minted('C') },
    fresh: (place, situation) =>
      mint(hands[place], situation, {
        working: `Another ${place}.`,
        counting: `Another ${place}.`,
      }),
    emails: ofEach(({ accountId }) => `${accountId}@example.org`),
    accountIds: ofEach(({ accountId }) => accountId!),
    sessionIds: ofEach(({ sessionId }) => sessionId!),
    deactivate: () =>
      rows('update account set active = (1 = 0) where id = ?', [people.deactivated.accountId]),
  };
}
