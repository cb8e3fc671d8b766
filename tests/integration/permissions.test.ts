import { sessionHash } from '#db/session-hash';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  again,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands, situations, type Situation } from '#tests/support/factories/situations';
import { rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const verbs = ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw'] as const;

type Verb = (typeof verbs)[number];
type Answer =
  | 'done'
  | 'not-found'
  | 'forbidden-to-role'
  | 'own-entry'
  | 'four-eyes'
  | 'wrong-status'
  // Not while an approved version counts.
  | 'counts';
type Answers = Readonly<Record<Verb, Answer>>;
type BySituation = Readonly<Record<Situation, Answers>>;

const everyVerb = (answer: Answer) =>
  Object.fromEntries(verbs.map((verb) => [verb, answer])) as Record<Verb, Answer>;
const everywhere = (answers: Answers): BySituation => ({
  draft: answers,
  submitted: answers,
  returned: answers,
  recoded: answers,
  approved: answers,
  reopened: answers,
  withdrawn: answers,
});

const nothing = everywhere(everyVerb('not-found'));
const forbidden = everyVerb('forbidden-to-role');
const onlyApproved: BySituation = { ...nothing, approved: forbidden, reopened: forbidden };

/** A focal point has three verbs. */
const focalNow: Answers = {
  ...forbidden,
  edit: 'wrong-status',
  submit: 'wrong-status',
  withdraw: 'wrong-status',
};
const focalEdits: Answers = { ...focalNow, edit: 'done', submit: 'done' };
const ownState: BySituation = {
  draft: { ...focalEdits, withdraw: 'done' },
  submitted: { ...focalNow, withdraw: 'done' },
  returned: { ...focalEdits, withdraw: 'done' },
  recoded: { ...focalNow, withdraw: 'done' },
  approved: focalNow,
  reopened: { ...focalEdits, withdraw: 'counts' },
  withdrawn: focalNow,
};
const ownDrafts: BySituation = { ...everywhere(forbidden), draft: { ...forbidden, edit: 'done' } };

/** A reviewer decides on what others entered. */
const reviewerNow: Answers = {
  ...everyVerb('wrong-status'),
  edit: 'own-entry',
  submit: 'own-entry',
  withdraw: 'own-entry',
};
const otherHands: BySituation = {
  ...everywhere(reviewerNow),
  draft: everyVerb('not-found'),
  submitted: { ...reviewerNow, return: 'done', recode: 'done', approve: 'done' },
  recoded: { ...reviewerNow, return: 'done', approve: 'done' },
  approved: { ...reviewerNow, reopen: 'done' },
};
const recodedMyself: BySituation = {
  ...otherHands,
  recoded: { ...reviewerNow, return: 'four-eyes', approve: 'four-eyes' },
};

/** A reviewer who entered the need edits it, and does not decide on it. */
const entererNow = everyVerb('wrong-status');
const entererEdits: Answers = { ...entererNow, edit: 'done', submit: 'done' };
const ownEntry: BySituation = {
  draft: { ...entererEdits, withdraw: 'done' },
  submitted: {
    ...entererNow,
    return: 'four-eyes',
    recode: 'four-eyes',
    approve: 'four-eyes',
    withdraw: 'done',
  },
  returned: { ...entererEdits, withdraw: 'done' },
  recoded: { ...entererNow, return: 'four-eyes', approve: 'four-eyes', withdraw: 'done' },
  approved: { ...entererNow, reopen: 'done' },
  reopened: { ...entererEdits, withdraw: 'counts' },
  withdrawn: entererNow,
};

type Panel = Awaited<ReturnType<typeof panel>>;
type Who = Readonly<{ who: string; actor: (panel: Panel) => Promise<Actor> }>;

const deactivated = async ({ review }: Panel) => {
  const person = await reviewer(review);
  await rows('update account set active = (1 = 0) where id = ?', [person.accountId]);
  return again(person);
};
const ended = async ({ review }: Panel) => {
  const person = await focalPoint(review);
  await rows('update session set ended_at = created_at where id = ?', [
    sessionHash(person.sessionId!),
  ]);
  return again(person);
};

const focal: Who = { who: 'the focal point of the State', actor: async (own) => own.focal };
const colleague: Who = {
  who: 'another focal point of the State',
  actor: ({ review }) => focalPoint(review),
};
const contributing: Who = {
  who: 'a contributor of the State',
  actor: ({ review }) => contributor(review),
};
const foreignContributor: Who = {
  who: 'a contributor of another State',
  actor: async () => contributor(await mintedReview()),
};
const foreignFocal: Who = {
  who: 'the focal point of another State',
  actor: async () => focalPoint(await mintedReview()),
};
const entering: Who = { who: 'the reviewer who entered it', actor: async (own) => own.first };
const reviewing: Who = {
  who: 'the reviewer who recoded, returned or approved it',
  actor: async (own) => own.second,
};
const other: Who = {
  who: 'another reviewer of the review',
  actor: ({ review }) => reviewer(review),
};
const foreign: Who = {
  who: 'a reviewer of another review',
  actor: async () => reviewer(await mintedReview()),
};
const idle: Who = { who: 'a reviewer without reviews', actor: () => reviewer() };
const managing: Who = { who: 'the manager', actor: () => manager() };
const administering: Who = { who: 'the administrator', actor: () => administrator() };
const program: Who = {
  who: 'a program',
  actor: async () => systemActor((await administrator()).accountId!, 'Program'),
};
const stranger: Who = { who: 'the public', actor: async () => publicActor };
const inactive: Who = { who: 'a reviewer whose account was deactivated', actor: deactivated };
const signedOut: Who = { who: 'a focal point who has signed out', actor: ended };

const answerOf = (outcome: Outcome<unknown>): string => {
  if (outcome.ok) return 'done';
  const known: Readonly<Record<string, Answer>> = {
    '{"kind":"not-found"}': 'not-found',
    '{"kind":"forbidden","why":"role"}': 'forbidden-to-role',
    '{"kind":"forbidden","why":"not-yours"}': 'own-entry',
    '{"kind":"forbidden","why":"four-eyes"}': 'four-eyes',
    '{"kind":"conflict","why":"status"}': 'wrong-status',
    '{"kind":"conflict","why":"counted"}': 'counts',
  };
  const failure = JSON.stringify(outcome.failure);
  return known[failure] ?? failure;
};

/**
 * Tries each verb in each situation: what is refused must leave no change, what is done must leave
 * one, by this person.
 */
async function tried(own: Panel, enteredBy: Actor, actor: Actor): Promise<unknown> {
  const by = { entering: enteredBy, reviewing: own.second, review: own.review };
  const found = Object.entries(situations).map(async ([situation, mint]) => {
    const fresh = async () => {
      const { id, version } = await mint(by);
      return { id, version, changes: await changesOf('need', id) };
    };
    const answers: Record<string, string> = {};
    let need = await fresh();
    for (const verb of verbs) {
      const outcome = await commands[verb](actor, need);
      answers[verb] = answerOf(outcome);
      const isLast = verb === verbs.at(-1);
      if (!outcome.ok && !isLast) continue;
      const changes = await changesOf('need', need.id);
      expect(changes.slice(0, need.changes.length)).toEqual(need.changes);
      expect(
        changes.slice(need.changes.length),
        `after ${verb} of what is ${situation}`,
      ).toMatchObject(outcome.ok ? [{ verb, actorId: actor.accountId }] : []);
      if (!isLast) need = await fresh();
    }
    return [situation, answers] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

type Row = readonly [Who, BySituation];
const cases = (rows: readonly Row[]) =>
  rows.map(([{ who, actor }, expected]) => ({ who, actor, expected }));

describe('a need that a focal point entered', () => {
  it.each(
    cases([
      [focal, ownState],
      [colleague, ownState],
      [contributing, ownDrafts],
      [foreignFocal, nothing],
      [foreignContributor, nothing],
      [reviewing, recodedMyself],
      [other, otherHands],
      [foreign, nothing],
      [idle, nothing],
      [managing, onlyApproved],
      [administering, everywhere(forbidden)],
      [program, everywhere(forbidden)],
      [stranger, nothing],
      [inactive, nothing],
      [signedOut, nothing],
    ]),
  )('as far as $who may touch it', async ({ actor, expected }) => {
    const own = await panel();
    expect(await tried(own, own.focal, await actor(own))).toEqual(expected);
  });
});

describe('a need that a reviewer entered', () => {
  it.each(
    cases([
      [entering, ownEntry],
      [focal, ownState],
      [contributing, ownDrafts],
      [reviewing, recodedMyself],
      [other, otherHands],
    ]),
  )('as far as $who may touch it', async ({ actor, expected }) => {
    const own = await panel();
    expect(await tried(own, own.first, await actor(own))).toEqual(expected);
  });
});

describe('a need whose summary is published', () => {
  it.each(
    cases([
      [focal, ownState],
      [contributing, ownDrafts],
      [other, otherHands],
      [foreignFocal, onlyApproved],
      [foreignContributor, onlyApproved],
      [foreign, onlyApproved],
      [idle, onlyApproved],
      [managing, onlyApproved],
      [administering, everywhere(forbidden)],
      [stranger, onlyApproved],
      [inactive, onlyApproved],
      [signedOut, onlyApproved],
    ]),
  )('as far as $who may touch it', async ({ actor, expected }) => {
    const own = await panel(await publishedReview());
    const before = await revision();
    expect(await tried(own, own.focal, await actor(own))).toEqual(expected);
    expect(await revision()).toBeGreaterThan(before);
  });
});
