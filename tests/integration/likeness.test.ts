import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { currentSimilarityIndex } from '#lib/review/similarity/current-index';
import { similarNeeds, possibleDuplicates } from '#lib/review/similarity/queries';
import {
  approveNeed,
  editNeed,
  recodeNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { needTexts } from '#tests/support/factories/need-texts';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
});

const sentences = needTexts.filter(({ language }) => language === 'en').map(({ text }) => text);
/** A text that reads like no other test's. */
const sentence = (at: number) => sentences[at]!;
const alike = async (actor: Actor, text: string, except?: string) =>
  (await similarNeeds(actor, text, { language: 'en', except })).map(({ id }) => id);

describe('approved needs that read alike', () => {
  it('are as many and in the same order whatever stands in texts that the reader does not see', async () => {
    const open = await panel(await publishedReview());
    const hidden = await panel(await mintedReview({ completedOn: '2022-06-30' }));
    for (const text of [
      'Zebra crossings for prosecutors of the capital',
      'Zebra statistics on prosecutors',
      'Prosecutors of the capital and statistics',
    ])
      await approved(open.focal, open.first, open.review, { text });
    const stranger = await focalPoint(await mintedReview());
    const asked = 'Zebra statistics for the prosecutors of the capital';
    const likenesses = async () => {
      await similarNeeds(stranger, asked, { language: 'en' });
      return (await currentSimilarityIndex()).search(asked, {
        limit: 50,
        from: 0,
        accepts: ({ reviewId }) => reviewId === open.review.id,
      });
    };
    const before = await likenesses();
    for (let n = 0; n < 8; n += 1)
      await approved(hidden.focal, hidden.first, hidden.review, { text: `Zebra statistics ${n}` });
    expect(await likenesses()).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it('come from published summaries, and before that only to those whose work they are', async () => {
    const text = sentence(0);
    const { review, focal, first, second } = await panel(
      await mintedReview({ completedOn: '2022-06-30' }),
    );
    const { id } = await approved(focal, first, review, { text });
    const colleague = await focalPoint(review);
    const [stranger, other, outside, staff] = [
      await focalPoint(await mintedReview()),
      await reviewer(await mintedReview()),
      await reviewer(),
      await manager(),
    ];
    for (const actor of [focal, colleague, first, second, staff, admin])
      expect(await alike(actor, text)).toEqual([id]);
    for (const actor of [publicActor, stranger, other, outside])
      expect(await alike(actor, text)).toEqual([]);
    valueOf(await publishSummary(admin, { id: review.id, version: 2 }));
    for (const actor of [publicActor, stranger, other, outside])
      expect(await alike(actor, text)).toEqual([id]);
  });

  it('never are drafts, submitted or withdrawn ones, whoever asks', async () => {
    const text = sentence(1);
    const { review, focal, first } = await panel(await publishedReview());
    await draft(focal, review, { text });
    const sent = await submitted(focal, review, { text });
    valueOf(
      await withdrawNeed(focal, {
        ...(await submitted(focal, review, { text })),
        reason: 'Entered twice.',
      }),
    );
    for (const actor of [publicActor, focal, first, admin])
      expect(await alike(actor, text)).toEqual([]);
    valueOf(await approveNeed(first, sent));
    for (const actor of [publicActor, focal, first, admin])
      expect(await alike(actor, text)).toEqual([sent.id]);
  });

  it('show the text and coding of the version that counts, whatever is going on with a later one', async () => {
    const text = sentence(2);
    const { review, focal, first, second } = await panel(await publishedReview());
    const need = await approved(focal, first, review, { text, topics: ['judicial-integrity'] });
    const seen = async () =>
      (await similarNeeds(focal, text, { language: 'en' })).map((found) => [
        found.text,
        found.articles,
        found.category,
        found.subcategory,
        found.topics,
      ]);
    const asApproved = [[text, [5], 'capacity-building', 'cb-training', ['judicial-integrity']]];
    expect(await seen()).toEqual(asApproved);

    const reopened = valueOf(await commands.reopen(first, need));
    const edited = valueOf(
      await editNeed(focal, {
        ...reopened,
        fields: { ...completeFields, text: `${text}, again`, articles: ['6'] },
      }),
    );
    const again = valueOf(await submitNeed(focal, edited));
    const coded = {
      ...completeFields,
      text: `${text}, again`,
      articles: ['6'],
      category: 'institution-building',
      subcategory: 'ib-staff',
      types: [],
    } as const;
    const recoded = valueOf(
      await recodeNeed(first, {
        ...again,
        fields: { ...coded, articles: [...coded.articles], types: [] },
        reason: 'It builds up one body.',
      }),
    );
    expect(await seen()).toEqual(asApproved);
    valueOf(await approveNeed(second, recoded));
    expect(await seen()).toEqual([[`${text}, again`, [6], 'institution-building', 'ib-staff', []]]);
  });

  it('follow an approval made by another process', async () => {
    const text = sentence(3);
    const { review, focal, first } = await panel(await publishedReview());
    const sent = await submitted(focal, review, { text });
    expect(await alike(publicActor, text)).toEqual([]);
    await runProgram({
      script: 'tests/support/durability/approve-need.ts',
      given: [first.sessionId!, sent.id, String(sent.version)],
    });
    expect(await alike(publicActor, text)).toEqual([sent.id]);
  });

  it('are of the same language, where the text has one', async () => {
    const text = sentence(4);
    const { review, focal, first } = await panel(await publishedReview());
    const english = await approved(focal, first, review, { text });
    const spanish = await approved(focal, first, review, { text: `${text} (es)`, language: 'es' });
    const ids = async (language: 'en' | 'es' | null) =>
      (await similarNeeds(focal, text, { language })).map(({ id }) => id);
    expect(await ids('en')).toEqual([english.id]);
    expect(await ids('es')).toEqual([spanish.id]);
    expect(await ids(null)).toEqual([english.id, spanish.id]);
  });

  it('leave out the need that the text is from, and are no more than were asked for', async () => {
    const text = sentence(5);
    const { review, focal, first } = await panel(await publishedReview());
    const needs = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        approved(focal, first, review, { text: `${text} no. ${n}` }),
      ),
    );
    expect((await alike(focal, text, needs[0]!.id)).toSorted()).toEqual(
      needs
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await similarNeeds(focal, text, { language: 'en', limit: 2 })).toHaveLength(2);
  });

  it('are none for a text that is empty, unreadable or very long and unlike all', async () => {
    for (const text of ['', '  \u202e ', '🙂', '\ud800', 'q'.repeat(20_000)])
      expect(await alike(admin, text)).toEqual([]);
  });
});

describe('a need that the State already has', () => {
  const same = async (actor: Actor, text: string, review: { id: string }, except?: string) =>
    (await possibleDuplicates(actor, text, { reviewId: review.id, except })).map(({ id }) => id);

  it('is found in any status but withdrawn, also in the other review of the State, and never the need itself', async () => {
    const text = sentence(6);
    const { review, focal, first } = await panel();
    const earlier = await mintedReview({ cycle: 1, of: review });
    const needs = [
      await draft(focal, review, { text }),
      await submitted(focal, review, { text: `${text}.` }),
      await approved(focal, await reviewer(earlier), earlier, {
        text: text.toUpperCase(),
        chapter: 'III',
        articles: ['15'],
      }),
    ];
    valueOf(
      await withdrawNeed(focal, {
        ...(await draft(focal, review, { text })),
        reason: 'Entered twice.',
      }),
    );
    expect((await same(focal, text, review)).toSorted()).toEqual(
      needs.map(({ id }) => id).toSorted(),
    );
    expect((await same(focal, text, earlier, needs[0]!.id)).toSorted()).toEqual(
      needs
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await same(first, text, review), 'a reviewer sees no draft of others').toEqual([
      needs[1]!.id,
    ]);
    expect(await same(focal, 'Something else entirely', review)).toEqual([]);
  });

  it('is never one of another State, or one that is not the asker’s work', async () => {
    const text = sentence(7);
    const { review, focal, first } = await panel(await publishedReview());
    await approved(focal, first, review, { text });
    const own = await mintedReview();
    const stranger = await focalPoint(own);
    expect(await same(stranger, text, own)).toEqual([]);
    for (const actor of [stranger, await reviewer(own), await manager(), publicActor])
      expect(await same(actor, text, review)).toEqual([]);
  });

  it('says in which words and status it is now', async () => {
    const { review, focal, first } = await panel();
    const need = valueOf(
      await commands.return(first, await submitted(focal, review, { text: sentence(8) })),
    );
    valueOf(await editNeed(focal, { ...need, fields: { ...completeFields, text: sentence(9) } }));
    expect(await possibleDuplicates(focal, sentence(8), { reviewId: review.id })).toEqual([]);
    expect(await possibleDuplicates(focal, sentence(9), { reviewId: review.id })).toEqual([
      {
        id: need.id,
        reference: expect.stringMatching(/-2-001$/),
        status: 'returned',
        text: sentence(9),
        language: 'en',
      },
    ]);
  });
});

it('a summary whose completion is set counts no more and no less alike before its publication', async () => {
  const text = sentence(10);
  const { review, focal, first } = await panel();
  await approved(focal, first, review, { text });
  expect(await alike(publicActor, text)).toEqual([]);
  valueOf(
    await setCompletion(admin, {
      id: review.id,
      version: 1,
      completedOn: '2022-05-05',
      symbol: '',
    }),
  );
  expect(await alike(publicActor, text)).toEqual([]);
});
