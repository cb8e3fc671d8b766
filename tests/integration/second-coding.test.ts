import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeNeed, settleDifference } from '#lib/review/coding/commands';
import { differenceById, listDifferences } from '#lib/review/coding/difference-queries';
import { copyToGuide, removeExample } from '#lib/review/coding/guide-commands';
import { listGuideExamples } from '#lib/review/coding/guide-queries';
import { secondCodingProgress } from '#lib/review/coding/review-queries';
import { drawSample, reassignCodings } from '#lib/review/coding/sample-commands';
import {
  sampleAgreement,
  coderProgress,
  sampleById,
  listSamples,
} from '#lib/review/coding/sample-queries';
import { openCodingTasks, codingTaskById } from '#lib/review/coding/task-queries';
import { needById } from '#lib/needs/store/queries';
import { reviewChecklist } from '#lib/review/closing/queries';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { reviewById } from '#lib/needs/reviews/queries';
import { changesOf, verbsOf } from '#tests/support/databases/log-rows';
import { needRow } from '#tests/support/factories/need-rows';
import { approved, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, again, focalPoint, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import {
  coded,
  codedReview,
  drawn,
  everyNeed,
  likeFirst,
  onlyReviewers,
  otherwise,
} from '#tests/support/factories/second-codings';
import { rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

// One review of a region of its own is drawn from by all; what a test changes it makes for itself.
let own: Awaited<ReturnType<typeof codedReview>>;
beforeAll(async () => {
  await freshRegister();
  own = await codedReview({ needs: 5 });
});
// Reviewers of other tests get nothing dealt.
beforeEach(() => onlyReviewers(own.blind));

const needsOf = async (sample: string) =>
  (
    await rows<{ need_id: string }>(
      'select need_id from sampled_need where sample_id = ? order by position',
      [sample],
    )
  ).map(({ need_id: id }) => id);
const nothing = {
  outcome: null,
  place: 0,
  reason: '',
  fields: { articles: [], category: '', subcategory: '', tags: [] },
} as const;

describe('a sample', () => {
  it('is the same when it is drawn again from the same revision by the same share and seed, whatever was approved since', async () => {
    const revision = Number((await rows('select revision from register'))[0]!.revision);
    const half = { ...everyNeed, share: 60, revision };
    const first = valueOf(await drawSample(own.manager, half));
    // By chance one other seed may draw the same three of five; a dozen do not.
    const others: string[] = [];
    for (let winter = 0; winter < 12; winter += 1) {
      const other = valueOf(await drawSample(own.manager, { ...half, seed: `winter ${winter}` }));
      others.push(String(await needsOf(other.id)));
    }
    await approved(own.focal, own.first, own.review, { quote: 'A passage.' });
    const again = valueOf(await drawSample(own.manager, half));
    expect(await needsOf(again.id)).toEqual(await needsOf(first.id));
    expect(await needsOf(first.id)).toHaveLength(3);
    expect(new Set(others).size).toBeGreaterThan(1);
    expect(await sampleById(own.manager, again.id)).toMatchObject({
      revision,
      seed: 'autumn',
      share: 60,
      population: 5,
      size: 3,
      coded: 0,
      wanted: 3,
    });
    expect(await changesOf('coding', again.id)).toEqual([
      expect.objectContaining({
        verb: 'draw',
        actorId: own.manager.accountId,
        data: { revision, share: 60, seed: 'autumn', size: 3 },
      }),
    ]);
  });

  it('takes submitted needs as they stood, and leaves out what has no text', async () => {
    const review = await mintedReview({ region: 'WEOG' });
    const focal = await focalPoint(review);
    const { id } = await submitted(focal, review, { chapter: 'V', articles: ['52'] });
    const silent = await submitted(focal, review, { chapter: 'V', articles: ['53'] });
    await dropGuards();
    await rows('update need_version set text = null where need_id = ?', [silent.id]);
    const { id: sample } = valueOf(
      await drawSample(own.manager, {
        ...everyNeed,
        drawnFrom: 'submitted',
        region: 'WEOG',
        chapter: 'V',
      }),
    );
    expect(await needsOf(sample)).toEqual([id]);
    expect(await sampleById(own.manager, sample)).toMatchObject({
      population: 1,
      withoutText: 1,
      size: 1,
    });
    await dropGuards();
    await rows('update need_version set text = null where need_id = ?', [id]);
    expect(
      failureOf(
        await drawSample(own.manager, {
          ...everyNeed,
          drawnFrom: 'submitted',
          region: 'WEOG',
          chapter: 'V',
        }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [{ field: 'share', message: 'secondCoding.errors.withoutText' }],
    });
  });

  it('that would be empty, or of a revision to come, is refused at its field', async () => {
    const at = async (asked: Partial<typeof everyNeed>) =>
      failureOf(await drawSample(own.manager, { ...everyNeed, ...asked }));
    expect(await at({ share: 5 })).toEqual({
      kind: 'invalid',
      errors: [{ field: 'share', message: 'secondCoding.errors.empty' }],
    });
    expect(await at({ region: 'GRULAC' })).toEqual({
      kind: 'invalid',
      errors: [{ field: 'share', message: 'secondCoding.errors.nothing' }],
    });
    expect(await at({ revision: 999_999_999 })).toEqual({
      kind: 'invalid',
      errors: [{ field: 'revision', message: 'secondCoding.errors.revision' }],
    });
  });

  it('sent twice is drawn once', async () => {
    const id = randomUUID();
    const both = [
      valueOf(await drawSample(own.manager, { ...everyNeed, id })),
      valueOf(await drawSample(own.manager, { ...everyNeed, id })),
    ];
    expect(both).toEqual([{ id }, { id }]);
    expect(await verbsOf('coding', id)).toEqual(['draw']);
  });

  it('is drawn and seen by the secretariat alone', async () => {
    for (const who of [own.focal, own.first, own.blind, await administrator()])
      expect(failureOf(await drawSample(who, everyNeed))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    const { id } = valueOf(await drawSample(own.manager, everyNeed));
    for (const who of [own.focal, own.first, own.blind])
      expect([await listSamples(who), await sampleById(who, id)]).toEqual([[], undefined]);
    expect(await sampleById(await administrator(), id)).toMatchObject({ id });
  });

  it('is dealt to reviewers who had no hand in the need and were never appointed to its review, and can be handed on to such', async () => {
    const [second, third] = [await reviewer(), await reviewer(own.review)];
    const { id } = valueOf(await drawSample(own.manager, { ...everyNeed, coders: 2 }));
    const progress = await coderProgress(own.manager, (await sampleById(own.manager, id))!);
    expect(new Set(progress.map(({ accountId }) => accountId))).toEqual(
      new Set([own.blind.accountId, second.accountId]),
    );
    const fourth = await reviewer();
    expect(
      failureOf(
        await reassignCodings(own.manager, { id, from: second.accountId!, to: third.accountId! }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [{ field: 'to', message: 'secondCoding.errors.nothingToHandOn' }],
    });
    expect(
      failureOf(
        await reassignCodings(own.manager, {
          id,
          from: second.accountId!,
          to: own.blind.accountId!,
        }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [{ field: 'to', message: 'secondCoding.errors.nothingToHandOn' }],
    });
    const before = (await openCodingTasks(second)).length;
    expect(
      valueOf(
        await reassignCodings(own.manager, { id, from: second.accountId!, to: fourth.accountId! }),
      ).moved,
    ).toBe(before);
    expect([
      (await openCodingTasks(second)).length,
      (await openCodingTasks(fourth)).length,
    ]).toEqual([0, before]);
  });
});

describe('the second coder', () => {
  it('is shown the text, the passage and the chapter, and nothing that leads to the first coding', async () => {
    const { tasks } = await drawn(own.manager, own.blind);
    const task = (await codingTaskById(own.blind, tasks[0]!.id))!;
    expect(Object.keys(task).sort()).toEqual([
      'chapter',
      'coding',
      'cycle',
      'id',
      'language',
      'quote',
      'ruleInput',
      'text',
    ]);
    expect(task).toMatchObject({
      chapter: 'II',
      cycle: 2,
      language: 'en',
      quote: 'A passage.',
      coding: null,
    });
    for (const who of [
      own.first,
      own.focal,
      own.manager,
      await administrator(),
      await reviewer(),
    ]) {
      expect(await codingTaskById(who, task.id)).toBeUndefined();
      expect(failureOf(await codeNeed(who, { id: task.id, fields: likeFirst }))).toEqual({
        kind: 'not-found',
      });
    }
  });

  it('codes once, by the rules of the form', async () => {
    const {
      tasks: [task],
    } = await drawn(own.manager, own.blind);
    const { id } = task!;
    expect(
      failureOf(
        await codeNeed(own.blind, {
          id,
          fields: { ...likeFirst, articles: ['51'], subcategory: 'pm-development' },
        }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [
        { field: 'articles', message: 'articleOfOtherChapter' },
        { field: 'subcategory', message: 'subcategoryOfOtherCategory' },
      ],
    });
    valueOf(await codeNeed(own.blind, { id, fields: { ...likeFirst, tags: ['training'] } }));
    expect(failureOf(await codeNeed(own.blind, { id, fields: likeFirst }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect((await codingTaskById(own.blind, id))?.coding).toEqual({
      articles: [5],
      general: false,
      category: 'capacity-building',
      subcategory: 'cb-training',
      tags: ['training'],
    });
    expect(await verbsOf('coding', id)).toEqual(['code']);
  });

  it('who was appointed to the review since codes no more', async () => {
    const late = await reviewer();
    await onlyReviewers(late);
    const { tasks } = await drawn(own.manager, late);
    valueOf(
      await appointReviewer(await administrator(), {
        id: own.review.id,
        accountId: late.accountId!,
      }),
    );
    const appointed = await again(late);
    expect(tasks.length).toBeGreaterThan(0);
    expect(await openCodingTasks(appointed)).toEqual([]);
    expect(failureOf(await codeNeed(appointed, { id: tasks[0]!.id, fields: likeFirst }))).toEqual({
      kind: 'forbidden',
      why: 'four-eyes',
    });
  });
});

describe('agreement and differences', () => {
  it('are counted over what was coded, seen by the manager, and settled by whoever coded neither, which changes no need', async () => {
    const coder = await reviewer();
    await onlyReviewers(coder);
    const { id, tasks } = await drawn(own.manager, coder, {
      revision: Number(
        (await rows('select min(revision) as revision from coding_sample'))[0]!.revision,
      ),
    });
    expect(tasks).toHaveLength(5);
    await coded(coder, tasks.slice(0, 3), likeFirst);
    await coded(coder, tasks.slice(3, 4), otherwise);
    const figures = (await sampleAgreement(own.manager, (await sampleById(own.manager, id))!))!;
    expect(
      figures.variables.map(({ name, needs, percent }) => [name, needs, percent.value]),
    ).toEqual([
      ['article', 4, 0.75],
      ['category', 4, 0.75],
      ['subcategory', 4, 0.75],
      ['tags', 4, 0.75],
    ]);
    expect(figures.confusion).toEqual({
      categories: ['capacity-building', 'policymaking'],
      cells: [
        [3, 1],
        [0, 0],
      ],
    });
    expect(await sampleAgreement(coder, (await sampleById(own.manager, id))!)).toBeNull();

    const [difference, ...others] = await listDifferences(own.manager, id);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      first: { category: 'capacity-building' },
      seconds: [{ place: 0, differs: ['article', 'category', 'subcategory', 'tags'] }],
      settlement: null,
    });
    const before = await needRow(difference!.needId);
    const settle = (who: typeof coder, more: object) =>
      settleDifference(who, { ...nothing, ...more, id: difference!.id });
    // The first coding is the focal point's; the coder has a coding of the sample to make yet, but
    // not of this need.
    expect(failureOf(await settle(own.focal, { outcome: 'first', reason: 'Mine.' }))).toEqual({
      kind: 'not-found',
    });
    expect(failureOf(await settle(coder, { outcome: 'second', reason: 'Mine.' }))).toEqual({
      kind: 'forbidden',
      why: 'four-eyes',
    });
    expect(
      failureOf(await settle(await administrator(), { outcome: 'first', reason: 'So.' })),
    ).toEqual({ kind: 'forbidden', why: 'role' });
    expect(failureOf(await settle(own.first, { outcome: 'first' }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReason' }],
    });
    expect(failureOf(await settle(own.manager, { reason: 'So.' }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'outcome', message: 'secondCoding.errors.outcome' }],
    });
    expect(failureOf(await settle(own.manager, { outcome: 'other', reason: 'So.' }))).toMatchObject(
      { kind: 'invalid' },
    );
    valueOf(
      await settle(own.second, { outcome: 'second', reason: 'What is asked for is a policy.' }),
    );
    expect(failureOf(await settle(own.manager, { outcome: 'first', reason: 'So.' }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect((await differenceById(own.manager, difference!.id))?.settlement).toMatchObject({
      outcome: 'second',
      coding: { category: 'policymaking', articles: [5, 6] },
      reason: 'What is asked for is a policy.',
    });
    expect(await needRow(difference!.needId)).toEqual(before);
    expect((await needById(own.manager, difference!.needId))?.category).toBe('capacity-building');

    const copy = (more: object) =>
      copyToGuide(own.manager, {
        id: difference!.id,
        text: 'A policy on training.',
        language: 'en',
        ...more,
      });
    expect(failureOf(await copy({ text: `A policy of ${own.review.stateCode}.` }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'text', message: 'secondCoding.errors.namesState' }],
    });
    expect(
      failureOf(
        await copyToGuide(own.second, { id: difference!.id, text: 'Mine.', language: 'en' }),
      ),
    ).toEqual({ kind: 'forbidden', why: 'role' });
    const { id: example } = valueOf(await copy({}));
    expect(failureOf(await copy({}))).toEqual({ kind: 'conflict', why: 'status' });
    expect(await listGuideExamples(own.focal)).toEqual([
      expect.objectContaining({
        id: example,
        category: 'policymaking',
        subcategory: 'pm-development',
        text: 'A policy on training.',
        language: 'en',
      }),
    ]);
    valueOf(await removeExample(own.manager, { id: example }));
    expect(failureOf(await removeExample(own.manager, { id: example }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
    expect(await listGuideExamples(own.focal)).toEqual([]);
    expect(await verbsOf('guide', example)).toEqual(['add', 'remove']);
  });

  it('of an unpublished summary stay among its reviewers and the secretariat, and never become an example', async () => {
    const coder = await reviewer();
    const hidden = await codedReview({
      needs: 1,
      published: false,
      of: await mintedReview({ region: 'APG', completedOn: '2022-01-31' }),
    });
    await onlyReviewers(coder);
    const { id, tasks } = await drawn(own.manager, coder, { region: 'APG' });
    await coded(coder, tasks, otherwise);
    const [difference] = await listDifferences(own.manager, id);
    for (const who of [coder, own.first, own.focal])
      expect([await differenceById(who, difference!.id), await listDifferences(who, id)]).toEqual([
        undefined,
        [],
      ]);
    expect(await differenceById(hidden.second, difference!.id)).toMatchObject({
      id: difference!.id,
    });
    expect([
      await secondCodingProgress(hidden.second, hidden.review.id),
      await secondCodingProgress(hidden.focal, hidden.review.id),
      await secondCodingProgress(coder, hidden.review.id),
    ]).toEqual([{ coded: 1, sameCategory: 0, toSettle: 1 }, undefined, undefined]);
    const doubtful = async () =>
      (await reviewChecklist(hidden.second, (await reviewById(hidden.second, hidden.review.id))!))
        .filter(({ doubt }) => doubt === 'second-coding')
        .map(({ subject, count }) => [subject, count]);
    expect(await doubtful()).toEqual([['review', 1]]);
    valueOf(
      await settleDifference(own.manager, {
        ...nothing,
        id: difference!.id,
        outcome: 'first',
        reason: 'So.',
      }),
    );
    expect(await doubtful()).toEqual([]);
    expect(await secondCodingProgress(own.manager, hidden.review.id)).toEqual({
      coded: 1,
      sameCategory: 0,
      toSettle: 0,
    });
    expect(
      failureOf(
        await copyToGuide(own.manager, { id: difference!.id, text: 'A text.', language: 'en' }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [{ field: 'text', message: 'secondCoding.errors.unpublished' }],
    });
  });

  it('are hidden from whoever is still to code the need, also where everybody may see it', async () => {
    const [coder, late] = [await reviewer(), await reviewer()];
    await onlyReviewers(coder, late);
    const { id, tasks } = await drawn(own.manager, coder, { coders: 2 });
    await coded(coder, tasks, otherwise);
    const [difference] = await listDifferences(own.manager, id);
    expect(await differenceById(late, difference!.id)).toBeUndefined();
    await coded(late, await openCodingTasks(late), likeFirst);
    expect(await differenceById(late, difference!.id)).toMatchObject({
      seconds: [{ place: 0 }, { place: 1 }],
    });
    expect(
      failureOf(
        await settleDifference(late, {
          ...nothing,
          id: difference!.id,
          outcome: 'first',
          reason: 'So.',
        }),
      ),
    ).toEqual({ kind: 'forbidden', why: 'four-eyes' });
    const { variables } = (await sampleAgreement(
      own.manager,
      (await sampleById(own.manager, id))!,
    ))!;
    expect(variables[1]).toMatchObject({
      name: 'category',
      percent: { value: 1 / 3 },
      kappa: { value: null },
    });
    expect(variables[1]!.alpha.value).not.toBeNull();
  });
});
