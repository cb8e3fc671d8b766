import { asc } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { need } from '#db/schema';
import { publicActor, type Actor } from '#lib/base/actor';
import { changeActivity } from '#lib/assistance/activities/commands';
import { activityToFields } from '#lib/assistance/activities/fields';
import { activityById } from '#lib/assistance/activities/queries';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import {
  acceptMatch,
  answerDispute,
  confirmMatch,
  disputeMatch,
  proposeMatch,
  rejectMatch,
  reopenMatch,
  withdrawMatch,
} from '#lib/assistance/matches/commands';
import { proposedActivities, proposedNeeds } from '#lib/assistance/matches/proposals';
import {
  matchById,
  listMatches,
  matchableNeed,
  matchHistory,
} from '#lib/assistance/matches/queries';
import { count } from '#lib/counting/count/count';
import { noFilter } from '#lib/counting/filter/filter';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { countedNeedsCondition } from '#lib/counting/drill-down/counted-needs-sql';
import { listNeeds } from '#lib/needs/store/queries';
import { changesOf, revision, verbsOf } from '#tests/support/databases/log-rows';
import { accepted, adviser, answering, proposed } from '#tests/support/factories/matches';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import {
  administrator,
  contributor,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { provider } from '#tests/support/factories/activities';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

type Answering = Awaited<ReturnType<typeof answering>>;
const standing = async (id: string) => (await currentFacts()).needAsTexts(id)?.at(-2);
const setStatus = async (by: Actor, id: string, status: ActivityStatus) => {
  const found = (await activityById(by, id))!;
  valueOf(
    await changeActivity(by, {
      id,
      version: found.version,
      fields: { ...activityToFields(found.content, found.organisation, (code) => code), status },
    }),
  );
};

describe('the course of a match', () => {
  let of: Answering;
  beforeAll(async () => {
    of = await answering();
  });

  it('a need that nothing was proposed for is unmet', async () =>
    expect(await standing(of.need)).toBe('unmet '));

  it('goes from proposal over dispute and answer to the State’s confirmation, and the status of the need with it', async () => {
    let match = await proposed(of.provider, of);
    expect(await standing(of.need)).toBe('unmet ');
    match = valueOf(await acceptMatch(of.manager, match));
    expect(await standing(of.need)).toBe('current awaiting');
    match = valueOf(await disputeMatch(of.focal, { ...match, reason: 'Nobody came.' }));
    expect(await standing(of.need)).toBe('current disputed');
    match = valueOf(await answerDispute(of.provider, { ...match, reason: 'It was held in June.' }));
    expect(await standing(of.need)).toBe('current disputed;answered');
    expect(failureOf(await confirmMatch(of.focal, { ...match, degree: 'fully' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ message: 'matches.errors.activity' }],
    });
    await setStatus(of.provider, of.assistance, 'completed');
    expect(await standing(of.need)).toBe('current disputed;answered');
    match = valueOf(await confirmMatch(of.focal, { ...match, degree: 'fully' }));
    expect(await standing(of.need)).toBe('met confirmed');
    expect(
      await row('select state, confirmation, degree, version from "match" where id = ?', [
        match.id,
      ]),
    ).toEqual({ state: 'accepted', confirmation: 'confirmed', degree: 'fully', version: 5 });
    expect(await verbsOf('match', match.id)).toEqual([
      'propose',
      'accept',
      'dispute',
      'answer',
      'confirm',
    ]);
    expect((await changesOf('match', match.id))[2]).toMatchObject({
      actorId: of.focal.accountId,
      data: { need: of.need, degree: 'fully', reason: 'Nobody came.' },
    });
    expect(
      (await matchHistory(of.focal, match.id)).map(({ verb, reason }) => [verb, reason]),
    ).toEqual([
      ['propose', null],
      ['accept', null],
      ['dispute', 'Nobody came.'],
      ['answer', 'It was held in June.'],
      ['confirm', null],
    ]);
  });

  it('can be made again for any past revision', async () => {
    const seqs = (
      await changesOf('match', (await listMatches(of.manager, { needId: of.need }))[0]!.id)
    ).map(({ seq }) => seq);
    const then = await Promise.all(
      seqs.map(async (seq) => (await loadFacts(seq)).needAsTexts(of.need)?.at(-2)),
    );
    expect(then).toEqual([
      'unmet ',
      'current awaiting',
      'current disputed',
      'current disputed;answered',
      'met confirmed',
    ]);
    expect((await loadFacts(seqs[0]! - 1)).needAsTexts(of.need)?.at(-2)).toBe('unmet ');
  });

  it('what was followed change by change equals what is read anew', async () => {
    const [kept, anew] = [await currentFacts(), await loadFacts(await revision())];
    expect([...kept.needsAsTexts()]).toEqual([...anew.needsAsTexts()]);
  });
});

describe('what is planned, rejected, withdrawn or cancelled', () => {
  it('counts as planned while the activity is, as unmet when it is withdrawn, and says since when', async () => {
    const of = await answering({ status: 'planned' });
    const match = await accepted(of);
    expect(await standing(of.need)).toBe('planned awaiting');
    valueOf(await withdrawMatch(of.provider, { ...match, reason: 'No funds.' }));
    expect((await currentFacts()).needAsTexts(of.need)?.slice(-2)).toEqual([
      'unmet ',
      new Date().toISOString().slice(0, 10).replaceAll('-', ''),
    ]);
  });

  it('is rejected with a reason alone, reopened by the manager alone, and may be proposed anew', async () => {
    const of = await answering();
    const match = await proposed(of.provider, of);
    expect(failureOf(await rejectMatch(of.manager, match))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReason' }],
    });
    const rejected = valueOf(
      await rejectMatch(of.manager, { ...match, reason: 'Another subject.' }),
    );
    expect(failureOf(await reopenMatch(of.provider, { ...rejected, reason: 'Please.' }))).toEqual({
      kind: 'forbidden',
      why: 'role',
    });
    const again = await proposed(of.provider, of);
    expect(again.id).not.toBe(match.id);
    expect(
      failureOf(
        await proposeMatch(of.provider, {
          assistance: of.assistance,
          need: of.need,
          degree: 'partly',
          reason: '',
        }),
      ),
    ).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'need', message: 'matches.errors.there' }],
    });
  });

  it('an activity that ceases leaves its need unmet again', async () => {
    const of = await answering();
    await accepted(of);
    const { cancelActivity } = await import('#lib/assistance/activities/commands');
    const { version } = (await activityById(of.provider, of.assistance))!;
    valueOf(await cancelActivity(of.provider, { id: of.assistance, version, reason: 'No funds.' }));
    expect(await standing(of.need)).toBe('unmet ');
    expect(
      failureOf(
        await proposeMatch(of.manager, {
          assistance: of.assistance,
          need: of.need,
          degree: 'fully',
          reason: '',
        }),
      ),
    ).toMatchObject({ kind: 'invalid' });
  });

  it('somebody who was slower is told who was quicker, and nothing is written', async () => {
    const of = await answering();
    const match = await proposed(of.provider, of);
    valueOf(await acceptMatch(of.manager, match));
    expect(failureOf(await rejectMatch(of.manager, { ...match, reason: 'No.' }))).toMatchObject({
      kind: 'conflict',
      why: 'moved',
      by: of.manager.name,
    });
    expect(await number('select count(*) from match_step where match_id = ?', [match.id])).toBe(2);
  });
});

describe('a match across chapters', () => {
  it('needs a reason where the articles of the activity and of the need do not meet', async () => {
    const of = await answering({
      need: { chapter: 'V', articles: ['51'] },
      activity: { articles: '5, 6' },
    });
    const given = { assistance: of.assistance, need: of.need, degree: 'partly' as const };
    expect(failureOf(await proposeMatch(of.provider, { ...given, reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'matches.errors.apart' }],
    });
    expect(await number('select count(*) from "match" where need_id = ?', [of.need])).toBe(0);
    valueOf(
      await proposeMatch(of.provider, {
        ...given,
        reason: 'The training takes in article 51 too.',
      }),
    );
  });
});

describe('who sees and does what', () => {
  let open: Answering;
  let closed: Answering;
  let match: { id: string; version: number };
  let hidden: { id: string; version: number };
  beforeAll(async () => {
    [open, closed] = [
      await answering({ region: 'EEG' }),
      await answering({ region: 'EEG', published: false }),
    ];
    [match, hidden] = [
      await accepted(open),
      valueOf(await acceptMatch(closed.manager, await proposed(closed.manager, closed))),
    ];
  });

  it('nothing of an unpublished summary reaches a provider or an adviser: not by match, proposal, suggestion or count', async () => {
    for (const actor of [closed.provider, await adviser('EEG')]) {
      expect(await matchById(actor, hidden.id)).toBeUndefined();
      expect(await listMatches(actor, { needId: closed.need })).toEqual([]);
      expect(await matchHistory(actor, hidden.id)).toEqual([]);
      expect(await matchableNeed(actor, closed.need)).toBeUndefined();
      const activity = (await activityById(actor, closed.assistance))!;
      expect((await proposedNeeds(actor, activity)).map(({ id }) => id)).not.toContain(closed.need);
      const there = await proposeMatch(actor, {
        assistance: closed.assistance,
        need: closed.need,
        degree: 'fully',
        reason: '',
      });
      const nowhere = await proposeMatch(actor, {
        assistance: closed.assistance,
        need: '00000000-0000-4000-8000-000000000001',
        degree: 'fully',
        reason: '',
      });
      expect([failureOf(there), failureOf(there)]).toEqual([
        failureOf(nowhere),
        { kind: 'not-found' },
      ]);
      for (const step of [acceptMatch, withdrawMatch, answerDispute])
        expect(failureOf(await step(actor, { ...hidden, reason: 'A reason.' }))).toEqual({
          kind: 'not-found',
        });
    }
  });

  it('a proposal is seen by those whom it concerns, what is accepted by whoever sees the need', async () => {
    const other = await answering({ region: 'EEG' });
    const waiting = await proposed(other.provider, other);
    const sees = async (actor: Actor, id: string) => (await matchById(actor, id)) !== undefined;
    const people = [
      other.provider,
      other.focal,
      await contributor(other.review),
      other.manager,
      await administrator(),
      await adviser('EEG'),
      open.provider,
      open.focal,
      await adviser('AFR'),
      await reviewer(),
      publicActor,
    ];
    expect(await Promise.all(people.map((actor) => sees(actor, waiting.id)))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    valueOf(await acceptMatch(other.manager, waiting));
    expect(await Promise.all(people.map((actor) => sees(actor, waiting.id)))).toEqual(
      Array.from({ length: 11 }, () => true),
    );
    expect(await matchHistory(publicActor, waiting.id)).toEqual([]);
    expect(await matchHistory(await adviser('EEG'), waiting.id)).toHaveLength(2);
  });

  it('only the State concerned speaks for itself', async () => {
    const others = [
      open.provider,
      open.manager,
      await administrator(),
      await adviser('EEG'),
      await focalPoint(closed.review),
      await contributor(open.review),
    ];
    for (const actor of others) {
      expect(failureOf(await disputeMatch(actor, { ...match, reason: 'No.' }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
      expect(failureOf(await confirmMatch(actor, { ...match, degree: 'fully' }))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    }
    expect(
      failureOf(
        await confirmMatch(await focalPoint(closed.review), {
          ...hidden,
          id: match.id,
          degree: 'fully',
        }),
      ),
    ).toEqual({ kind: 'forbidden', why: 'role' });
  });

  it('a provider proposes for the own organisation, an adviser for the own region, a focal point for the own State, and none of them accepts', async () => {
    const fresh = await answering({ region: 'EEG' });
    const given = {
      assistance: fresh.assistance,
      need: fresh.need,
      degree: 'partly' as const,
      reason: '',
    };
    for (const actor of [
      await provider(),
      await adviser('WEOG'),
      await focalPoint(closed.review),
      await reviewer(fresh.review),
      publicActor,
    ])
      expect(failureOf(await proposeMatch(actor, given))).toMatchObject({ kind: 'forbidden' });
    for (const actor of [fresh.provider, await adviser('EEG'), fresh.focal, await manager()]) {
      const own = valueOf(await proposeMatch(actor, given));
      const kind = actor.role;
      expect(await row('select proposed_by_kind from "match" where id = ?', [own.id])).toEqual({
        proposed_by_kind: kind,
      });
      if (actor.role !== 'manager')
        expect(failureOf(await acceptMatch(actor, own))).toEqual({
          kind: 'forbidden',
          why: 'role',
        });
      valueOf(await withdrawMatch(actor, { ...own, reason: 'Another one fits better.' }));
    }
  });
});

describe('the register’s own proposals', () => {
  it('name the likely needs of an activity and the likely activities of a need, with reasons, and accept nothing', async () => {
    const of = await answering({
      region: 'WEOG',
      activity: { articles: '5', kind: 'training', topics: [] },
      need: { text: 'Training of judges and of procurement officers.' },
    });
    const activity = (await activityById(of.manager, of.assistance))!;
    const [likely] = (await proposedNeeds(of.manager, activity)).filter(({ id }) => id === of.need);
    expect(likely).toMatchObject({
      id: of.need,
      grounds: expect.arrayContaining(['article', 'category', 'region']),
    });
    const found = await proposedActivities(of.manager, (await matchableNeed(of.manager, of.need))!);
    expect(found.map(({ id }) => id)).toContain(of.assistance);
    const match = valueOf(
      await proposeMatch(of.manager, {
        assistance: of.assistance,
        need: of.need,
        degree: 'partly',
        reason: '',
        suggested: '1',
      }),
    );
    expect(
      await row('select state, proposed_by_kind from "match" where id = ?', [match.id]),
    ).toEqual({ state: 'proposed', proposed_by_kind: 'register' });
    expect((await matchById(of.manager, match.id))!.grounds).toEqual(likely!.grounds);
    expect((await proposedNeeds(of.manager, activity)).map(({ id }) => id)).not.toContain(of.need);
  });

  it('are not taken for the register’s where it would not have made them', async () => {
    const of = await answering({ region: 'WEOG', activity: { articles: '', kind: 'partnership' } });
    const match = valueOf(
      await proposeMatch(of.manager, {
        assistance: of.assistance,
        need: of.need,
        degree: 'partly',
        reason: '',
        suggested: '1',
      }),
    );
    expect(await row('select proposed_by_kind from "match" where id = ?', [match.id])).toEqual({
      proposed_by_kind: 'manager',
    });
  });
});

describe('the four statuses', () => {
  it('partition the needs, and the list behind each number holds exactly its needs', async () => {
    await accepted(await answering({ status: 'planned' }));
    const facts = await currentFacts();
    const asked = { ...noFilter, cycle: 2, chapters: ['II', 'V'] } as const;
    const counted = (statuses: readonly ('unmet' | 'planned' | 'current' | 'met')[]) =>
      count(facts, { ...asked, statuses, cutoff: 99991231, sees: () => true });
    const all = counted([]);
    expect(all.statuses.reduce((sum, { needs }) => sum + needs, 0)).toBe(all.totals.needs);
    expect(all.statuses.every(({ needs }) => needs > 0)).toBe(true);
    for (const { status, needs } of all.statuses) {
      expect(counted([status]).totals.needs).toBe(needs);
      const listed = await listNeeds(await manager(), 'approved', {
        where: countedNeedsCondition({ ...asked, statuses: [status], cutoff: null, from: null }),
        orderBy: [asc(need.id)],
        limit: 1000,
      });
      expect(listed.map(({ id }) => id)).toEqual(
        listed
          .map(({ id }) => id)
          .filter((id) => facts.needAsTexts(id)!.at(-2)!.startsWith(`${status} `)),
      );
      expect(listed).toHaveLength(needs);
    }
  });
});
