import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import { changesOf, revision } from '#tests/support/log-rows';
import { panel } from '#tests/support/panels';
import {
  administrator,
  again,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/people';
import { freshRegister } from '#tests/support/register';
import { mintedReview, publishedReview } from '#tests/support/reviews';
import { commands, situations, type Situation } from '#tests/support/situations';
import { rows } from '#tests/support/sql';

beforeAll(() => freshRegister());

const verbs = ['edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw'] as const;

/**
 * One letter for each verb, in the order above: `+` done; `n` as if there were no such need;
 * forbidden to the role (`r`), as
 * another's entry (`y`) or by the rule of four eyes (`4`); not in this status (`s`); not while an
 * approved version counts (`c`).
 */
type Letters = Readonly<Record<Situation, string>>;
const everywhere = (letters: string): Letters => ({
  draft: letters,
  submitted: letters,
  returned: letters,
  recoded: letters,
  approved: letters,
  reopened: letters,
  withdrawn: letters,
});

const nothing = everywhere('nnnnnnn');
const onlyApproved: Letters = { ...nothing, approved: 'rrrrrrr', reopened: 'rrrrrrr' };
const ownState: Letters = {
  draft: '++rrrr+',
  submitted: 'ssrrrr+',
  returned: '++rrrr+',
  recoded: 'ssrrrr+',
  approved: 'ssrrrrs',
  reopened: '++rrrrc',
  withdrawn: 'ssrrrrs',
};
const ownDrafts: Letters = { ...everywhere('rrrrrrr'), draft: '+rrrrrr' };
const otherHands: Letters = {
  draft: 'nnnnnnn',
  submitted: 'yy+++sy',
  returned: 'yyssssy',
  recoded: 'yy+s+sy',
  approved: 'yysss+y',
  reopened: 'yyssssy',
  withdrawn: 'yyssssy',
};
const ownEntry: Letters = {
  draft: '++ssss+',
  submitted: 'ss444s+',
  returned: '++ssss+',
  recoded: 'ss4s4s+',
  approved: 'sssss+s',
  reopened: '++ssssc',
  withdrawn: 'sssssss',
};
const recodedMyself: Letters = { ...otherHands, recoded: 'yy4s4sy' };

type Panel = Awaited<ReturnType<typeof panel>>;
type Who = Readonly<{ who: string; actor: (panel: Panel) => Promise<Actor> }>;

const deactivated = async ({ review }: Panel) => {
  const person = await reviewer(review);
  await rows('update account set active = (1 = 0) where id = ?', [person.accountId]);
  return again(person);
};
const ended = async ({ review }: Panel) => {
  const person = await focalPoint(review);
  await rows('update session set ended_at = created_at where id = ?', [person.sessionId]);
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

const letterOf = (outcome: Outcome<unknown>): string => {
  if (outcome.ok) return '+';
  const { failure } = outcome;
  const known: Readonly<Record<string, string>> = {
    '{"kind":"not-found"}': 'n',
    '{"kind":"forbidden","why":"role"}': 'r',
    '{"kind":"forbidden","why":"not-yours"}': 'y',
    '{"kind":"forbidden","why":"four-eyes"}': '4',
    '{"kind":"conflict","why":"status"}': 's',
    '{"kind":"conflict","why":"counted"}': 'c',
  };
  return known[JSON.stringify(failure)] ?? JSON.stringify(failure);
};

/**
 * Tries each verb in each situation: what is refused must leave no change, what is done must leave
 * one, by this person.
 */
async function tried(
  own: Panel,
  enteredBy: Actor,
  actor: Actor,
  expected: Letters,
): Promise<Letters> {
  const by = { entering: enteredBy, reviewing: own.second, review: own.review };
  const found = Object.entries(situations).map(async ([situation, mint]) => {
    const fresh = async () => {
      const { id, version } = await mint(by);
      return { id, version, changes: await changesOf('need', id) };
    };
    const letters: string[] = [];
    let need = await fresh();
    for (const [i, verb] of verbs.entries()) {
      const outcome = await commands[verb](actor, need);
      letters.push(letterOf(outcome));
      const last = i + 1 === verbs.length;
      if (!outcome.ok && !last) continue;
      const changes = await changesOf('need', need.id);
      expect(changes.slice(0, need.changes.length)).toEqual(need.changes);
      expect(
        changes.slice(need.changes.length),
        `after ${letters.join('')} on what is ${situation}`,
      ).toMatchObject(outcome.ok ? [{ verb, actorId: actor.accountId }] : []);
      if (!last) need = await fresh();
    }
    return [situation, letters.join('')] as const;
  });
  const letters = Object.fromEntries(await Promise.all(found)) as Letters;
  expect(Object.keys(letters)).toEqual(Object.keys(expected));
  return letters;
}

type Row = readonly [Who, Letters];
const cases = (rows: readonly Row[]) =>
  rows.map(([{ who, actor }, letters]) => ({ who, actor, letters }));

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
      [administering, everywhere('rrrrrrr')],
      [program, everywhere('rrrrrrr')],
      [stranger, nothing],
      [inactive, nothing],
      [signedOut, nothing],
    ]),
  )('as far as $who may touch it', async ({ actor, letters }) => {
    const own = await panel();
    expect(await tried(own, own.focal, await actor(own), letters)).toEqual(letters);
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
  )('as far as $who may touch it', async ({ actor, letters }) => {
    const own = await panel();
    expect(await tried(own, own.first, await actor(own), letters)).toEqual(letters);
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
      [administering, everywhere('rrrrrrr')],
      [stranger, onlyApproved],
      [inactive, onlyApproved],
      [signedOut, onlyApproved],
    ]),
  )('as far as $who may touch it', async ({ actor, letters }) => {
    const own = await panel(await publishedReview());
    const before = await revision();
    expect(await tried(own, own.focal, await actor(own), letters)).toEqual(letters);
    expect(await revision()).toBeGreaterThan(before);
  });
});
