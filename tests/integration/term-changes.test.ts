import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import {
  approveNeed,
  editNeed,
  reopenNeed,
  returnNeed,
  submitNeed,
} from '#lib/needs/entry/commands';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { countForOptions, summaryDocument } from '#lib/counting/summaries/queries';
import { addTerm, mergeTerm, renameTerm, splitTerm } from '#lib/needs/terms/commands';
import {
  needsToRecode,
  termChangeById,
  listTermChanges,
  termsInForce,
  vocabularyWithRetiredTerms,
} from '#lib/needs/terms/queries';
import type { TermKind } from '#lib/needs/terms/vocabulary';
import { changesOf } from '#tests/support/databases/log-rows';
import { needRow } from '#tests/support/factories/need-rows';
import { approved, completeFields, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { publishedReview } from '#tests/support/factories/reviews';
import { row, rows } from '#tests/support/databases/sql';

let admin: Actor;
let people: Awaited<ReturnType<typeof panel>>;
beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
  people = await panel(await publishedReview());
});

const named = (word: string) => ({
  ar: `${word} ع`,
  en: word,
  es: `${word} es`,
  fr: `${word} fr`,
  ru: `${word} ж`,
  zh: `${word} 中`,
});
const add = async (
  kind: TermKind,
  code: string,
  decidedOn: string,
  category: 'policymaking' | null = null,
) => valueOf(await addTerm(admin, { kind, code, category, decidedOn, names: named(code) }));
const need = (fields: Partial<typeof completeFields>) =>
  approved(people.focal, people.first, people.review, fields);
const fault = (field: string, message: string) => ({
  kind: 'invalid',
  errors: [{ field, message }],
});

/**
 * How many needs bear which topics (or tags, or subcategories of policymaking), without those that
 * none bears.
 */
async function counted(what: 'topics' | 'tags' | 'policymaking', on: string | null) {
  const count = await countForOptions(admin, {
    cycle: 2,
    chapters: ['II'],
    cutoff: null,
    regions: [],
    vocabulary: on,
  });
  const list =
    what === 'topics'
      ? count.topics.map(({ topic, needs }) => [topic, needs] as const)
      : what === 'tags'
        ? count.tags.map(({ tag, needs }) => [tag, needs] as const)
        : count.categories
            .find(({ category }) => category === what)!
            .subcategories.map(({ subcategory, needs }) => [subcategory, needs] as const);
  return Object.fromEntries(list.filter(([, needs]) => needs > 0));
}
const has = async (what: 'topics' | 'tags', code: string, on: string | null) => {
  const count = await countForOptions(admin, {
    cycle: 2,
    chapters: ['II'],
    cutoff: null,
    regions: [],
    vocabulary: on,
  });
  return what === 'topics'
    ? count.topics.some(({ topic }) => topic === code)
    : count.tags.some(({ tag }) => tag === code);
};

// The changes are dated one after the other, so the tests go through them in order.
describe('the vocabulary', () => {
  it('is changed by the administrator alone', async () => {
    for (const who of [people.focal, people.first, await manager()]) {
      const asked = { kind: 'topic', code: 'statistics', decidedOn: '2023-01-01' } as const;
      for (const answer of [
        await addTerm(who, { ...asked, code: 'new-one', category: null, names: named('New') }),
        await renameTerm(who, { ...asked, names: named('New') }),
        await mergeTerm(who, { ...asked, into: 'conflicts-of-interest' }),
        await splitTerm(who, { ...asked, into: [], rest: null, needs: new Map() }),
      ])
        expect(failureOf(answer)).toEqual({ kind: 'forbidden', why: 'role' });
      expect(await listTermChanges(who)).toEqual([]);
    }
  });

  it('takes a new term at its end, with a code never used and names not taken, and a row in the log', async () => {
    const { id } = await add('topic', 'integrity-pacts', '2023-01-31');
    expect((await termsInForce(admin, 'topic')).at(-1)).toMatchObject({
      code: 'integrity-pacts',
      names: named('integrity-pacts'),
    });
    expect(await changesOf('vocabulary', id)).toEqual([
      expect.objectContaining({
        verb: 'add',
        actorId: admin.accountId,
        data: { kind: 'topic', code: 'integrity-pacts' },
      }),
    ]);
    const again = { kind: 'topic', category: null, decidedOn: '2023-01-31' } as const;
    expect(
      failureOf(await addTerm(admin, { ...again, code: 'integrity-pacts', names: named('Other') })),
    ).toEqual(fault('code', 'terms.errors.codeTaken'));
    expect(
      failureOf(
        await addTerm(admin, {
          ...again,
          code: 'other-code',
          names: { ...named('Other'), fr: 'Integrity-Pacts FR' },
        }),
      ),
    ).toEqual(fault('name.fr', 'terms.errors.nameTaken'));
    expect(
      failureOf(
        await addTerm(admin, {
          ...again,
          code: 'other-code',
          decidedOn: '2023-01-30',
          names: named('Other'),
        }),
      ),
    ).toEqual(fault('decidedOn', 'terms.errors.dateBeforeLast'));
  });

  it('renames a term: the code and what was coded with it stay, and the register of before has the old name', async () => {
    const before = (await termsInForce(admin, 'tag')).find(({ code }) => code === 'training')!;
    const kept = await need({ tags: ['training'] });
    valueOf(
      await renameTerm(admin, {
        kind: 'tag',
        code: 'training',
        decidedOn: '2023-02-28',
        names: named('Learning'),
      }),
    );
    expect((await termsInForce(admin, 'tag')).find(({ code }) => code === 'training')).toEqual({
      ...before,
      names: named('Learning'),
    });
    const { seq } = await row<{ seq: number }>('select max(from_seq) as seq from term_change');
    expect(
      await rows('select from_seq, to_seq from tag where code = ? order by from_seq', ['training']),
    ).toEqual([
      { from_seq: 0, to_seq: seq },
      { from_seq: seq, to_seq: null },
    ]);
    expect((await needById(admin, kept.id))?.tags).toEqual(['training']);
    expect(await counted('tags', null)).toEqual({ training: 1 });
  });
});

describe('a merge', () => {
  it('into itself, or into what is no such term, is refused at its field', async () => {
    const merge = async (kind: TermKind, code: string, into: string) =>
      failureOf(await mergeTerm(admin, { kind, code, into, decidedOn: '2023-03-31' }));
    expect(await merge('tag', 'training', 'training')).toEqual(
      fault('into', 'terms.errors.intoItself'),
    );
    expect(await merge('tag', 'training', 'statistics')).toEqual(
      fault('into', 'terms.errors.chooseTerm'),
    );
    expect(await merge('subcategory', 'cb-training', 'pm-development')).toEqual(
      fault('into', 'terms.errors.chooseTerm'),
    );
    expect(await merge('topic', 'no-such-topic', 'statistics')).toEqual({ kind: 'not-found' });
  });

  it('leaves needs as they were coded, and the new vocabulary reads them as the other', async () => {
    const both = await need({ topics: ['conflicts-of-interest', 'integrity-pacts'] });
    await need({ topics: ['integrity-pacts'] });
    await need({ topics: ['conflicts-of-interest'] });
    const stored = await needRow(both.id);
    const { id } = valueOf(
      await mergeTerm(admin, {
        kind: 'topic',
        code: 'integrity-pacts',
        into: 'conflicts-of-interest',
        decidedOn: '2023-03-31',
      }),
    );
    expect(await needRow(both.id)).toEqual(stored);
    expect(await counted('topics', null)).toEqual({
      'conflicts-of-interest': 2,
      'integrity-pacts': 2,
    });
    expect(await counted('topics', '2023-03-30')).toEqual({
      'conflicts-of-interest': 2,
      'integrity-pacts': 2,
    });
    // The need that bore both counts once.
    expect(await counted('topics', '2023-03-31')).toEqual({ 'conflicts-of-interest': 3 });
    expect([
      await has('topics', 'integrity-pacts', '2023-01-30'),
      await has('topics', 'integrity-pacts', '2023-02-01'),
      await has('topics', 'integrity-pacts', '2023-03-31'),
    ]).toEqual([true, true, false]);
    expect((await vocabulary(admin)).topics.some(({ code }) => code === 'integrity-pacts')).toBe(
      false,
    );
    expect(
      (await vocabularyWithRetiredTerms(admin)).topics.find(
        ({ code }) => code === 'integrity-pacts',
      )?.names.en,
    ).toBe('integrity-pacts');
    const left = await needsToRecode(admin, (await termChangeById(admin, id))!);
    expect(left.needs.map(({ proposed }) => proposed)).toEqual([
      'conflicts-of-interest',
      'conflicts-of-interest',
    ]);
    expect(
      failureOf(
        await mergeTerm(admin, {
          kind: 'topic',
          code: 'integrity-pacts',
          into: 'conflicts-of-interest',
          decidedOn: '2023-03-31',
        }),
      ),
    ).toEqual({ kind: 'not-found' });
  });
});

describe('two at once', () => {
  it('cannot merge two terms into each other, and a date names one order', async () => {
    for (const code of ['first-of-two', 'second-of-two']) await add('tag', code, '2023-03-31');
    const both = await Promise.all([
      mergeTerm(admin, {
        kind: 'tag',
        code: 'first-of-two',
        into: 'second-of-two',
        decidedOn: '2023-03-31',
      }),
      mergeTerm(admin, {
        kind: 'tag',
        code: 'second-of-two',
        into: 'first-of-two',
        decidedOn: '2023-03-31',
      }),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(failureOf(both.find(({ ok }) => !ok)!)).toEqual(
      fault('into', 'terms.errors.chooseTerm'),
    );
    const same = await Promise.all(
      [
        add('tag', 'once-only', '2023-03-31'),
        addTerm(admin, {
          kind: 'tag',
          code: 'once-only',
          category: null,
          decidedOn: '2023-03-31',
          names: named('Another'),
        }),
      ].map(async (each) => (await Promise.allSettled([each]))[0]),
    );
    expect(
      same.filter(
        (each) => each?.status === 'fulfilled' && (!('ok' in each.value) || each.value.ok),
      ),
    ).toHaveLength(1);
    expect(await rows('select code from tag where code = ?', ['once-only'])).toHaveLength(1);
  });
});

describe('a need in work', () => {
  it('that was returned with its term closed can be corrected when that term has ended', async () => {
    await add('topic', 'short-lived', '2023-03-31');
    const sent = await submitted(people.focal, people.review, {
      topics: ['short-lived'],
      text: 'To be worded anew.',
    });
    const back = valueOf(
      await returnNeed(people.first, {
        ...sent,
        reason: 'Word it anew.',
        reopened: ['text', 'language'],
      }),
    );
    valueOf(
      await mergeTerm(admin, {
        kind: 'topic',
        code: 'short-lived',
        into: 'statistics',
        decidedOn: '2023-03-31',
      }),
    );
    expect((await needById(people.focal, sent.id))?.reopened).toEqual([
      'text',
      'language',
      'topics',
    ]);
    const edited = valueOf(
      await editNeed(people.focal, {
        ...back,
        fields: { ...completeFields, topics: ['statistics'], text: 'Worded anew.' },
      }),
    );
    valueOf(await submitNeed(people.focal, edited));
  });
});

describe('a split', () => {
  it('that leaves needs unmapped, or has fewer than two parts, is refused at its fields', async () => {
    const [one, two] = [
      await need({ category: 'policymaking', subcategory: 'pm-development', types: [] }),
      await need({ category: 'policymaking', subcategory: 'pm-development', types: [] }),
    ];
    await add('subcategory', 'pm-strategies', '2023-04-30', 'policymaking');
    await add('subcategory', 'pm-plans', '2023-04-30', 'policymaking');
    const split = (more: object) =>
      splitTerm(admin, {
        kind: 'subcategory',
        code: 'pm-development',
        decidedOn: '2023-05-31',
        into: ['pm-strategies', 'pm-plans'],
        rest: null,
        needs: new Map(),
        ...more,
      });
    expect(failureOf(await split({ into: ['pm-strategies'] }))).toEqual(
      fault('into', 'terms.errors.twoTerms'),
    );
    expect(failureOf(await split({ into: ['pm-strategies', 'pm-development'] }))).toEqual(
      fault('into', 'terms.errors.intoItself'),
    );
    expect(failureOf(await split({ into: ['pm-strategies', 'cb-training'] }))).toEqual(
      fault('into', 'terms.errors.chooseTerm'),
    );
    expect(failureOf(await split({ rest: 'pm-good-practices' }))).toEqual(
      fault('rest', 'terms.errors.notAmong'),
    );
    expect(failureOf(await split({ needs: new Map([[one.id, 'pm-plans']]) }))).toEqual(
      fault(`need.${two.id}`, 'terms.errors.unmapped'),
    );
    expect(
      failureOf(
        await split({
          needs: new Map([
            [one.id, 'pm-plans'],
            [two.id, 'pm-good-practices'],
          ]),
        }),
      ),
    ).toEqual(fault(`need.${two.id}`, 'terms.errors.notAmong'));
    expect(
      (await termsInForce(admin, 'subcategory')).some(({ code }) => code === 'pm-development'),
    ).toBe(true);

    const { id } = valueOf(
      await split({ needs: new Map([[one.id, 'pm-plans']]), rest: 'pm-strategies' }),
    );
    expect(await counted('policymaking', null)).toEqual({ 'pm-development': 2 });
    expect(await counted('policymaking', '2023-05-30')).toEqual({ 'pm-development': 2 });
    expect(await counted('policymaking', '2023-05-31')).toEqual({
      'pm-strategies': 1,
      'pm-plans': 1,
    });

    const change = (await termChangeById(admin, id))!;
    expect(
      new Map((await needsToRecode(admin, change)).needs.map((each) => [each.id, each.proposed])),
    ).toEqual(
      new Map([
        [one.id, 'pm-plans'],
        [two.id, 'pm-strategies'],
      ]),
    );
    expect((await needsToRecode(people.second, change)).needs).toHaveLength(2);
    expect(await termChangeById(await focalPoint(people.review), id)).toBeUndefined();

    // Recoded at last, it leaves the list, and the vocabulary of before still reads it as what it
    // came from.
    const reopened = valueOf(
      await reopenNeed(people.second, {
        id: one.id,
        version: one.version,
        reason: 'The subcategory was split.',
      }),
    );
    expect(failureOf(await submitNeed(people.focal, reopened))).toEqual(
      fault('subcategory', 'subcategoryOfOtherCategory'),
    );
    const edited = valueOf(
      await editNeed(people.focal, {
        ...reopened,
        fields: { ...completeFields, category: 'policymaking', subcategory: 'pm-plans', types: [] },
      }),
    );
    valueOf(await approveNeed(people.first, valueOf(await submitNeed(people.focal, edited))));
    expect((await needsToRecode(admin, change)).needs.map((each) => each.id)).toEqual([two.id]);
    expect(await counted('policymaking', null)).toEqual({ 'pm-development': 1, 'pm-plans': 1 });
    expect(await counted('policymaking', '2023-05-30')).toEqual({ 'pm-development': 2 });
    expect(await counted('policymaking', '2023-05-31')).toEqual({
      'pm-strategies': 1,
      'pm-plans': 1,
    });
  });
});

describe('the API', () => {
  const ask = async (query: string) =>
    summaryDocument(admin, new URLSearchParams(`cycle=2&chapter=II&${query}`), []);
  const topicsOf = (body: string) =>
    (JSON.parse(body) as { topics: { topic: string; needs: number }[] }).topics
      .filter(({ needs }) => needs > 0)
      .map(({ topic, needs }) => `${topic} ${needs}`);

  it('answers in the vocabulary of a date, also at a past revision, which knows no later change', async () => {
    const found = await ask('vocabulary=2023-03-31');
    expect(found.kind === 'found' && topicsOf(found.body)).toEqual(['conflicts-of-interest 3']);
    const { seq } = await row<{ seq: number }>(
      "select from_seq as seq from term_change where verb = 'merge' and code = 'integrity-pacts'",
    );
    const before = await ask(`vocabulary=2023-03-31&revision=${seq - 1}`);
    expect(before.kind === 'found' && topicsOf(before.body).sort()).toEqual([
      'conflicts-of-interest 2',
      'integrity-pacts 2',
    ]);
    const narrowed = await ask('vocabulary=2023-03-31&topic=integrity-pacts');
    expect(
      narrowed.kind === 'invalid' && narrowed.faults.map(({ parameter }) => parameter),
    ).toEqual(['topic']);
    // As they were coded, needs bear it still: the number that the page shows opens.
    const borne = await ask('topic=integrity-pacts');
    expect(borne.kind === 'found' && topicsOf(borne.body).sort()).toEqual([
      'conflicts-of-interest 1',
      'integrity-pacts 2',
    ]);
    const none = await ask('topic=integrity-pact');
    expect(none.kind === 'invalid' && none.faults.map(({ parameter }) => parameter)).toEqual([
      'topic',
    ]);
  });

  it.each(['2023-02-30', 'now', '2999-01-01'])(
    'refuses %s, and says what would be valid',
    async (date) => {
      const answer = await ask(`vocabulary=${date}`);
      expect(
        answer.kind === 'invalid' &&
          answer.faults.map(({ parameter, value }) => [parameter, value]),
      ).toEqual([['vocabulary', date]]);
    },
  );
});
