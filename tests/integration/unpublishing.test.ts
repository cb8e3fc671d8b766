import { beforeAll, describe, expect, it } from 'vitest';
import { compareWithWitness } from '#bin/witness/compare';
import { differences } from '#bin/witness/differences';
import { openWitness } from '#bin/witness/rows';
import { publicActor, type Actor } from '#lib/base/actor';
import { unmetApiResult } from '#lib/assistance/matches/unmet-queries';
import { compareSides } from '#lib/counting/comparisons/queries';
import { parsePageRequest, summariesForPage } from '#lib/counting/summaries/page-queries';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import { publishSummary, unpublishSummary } from '#lib/needs/reviews/commands';
import { historyOfReview, reviewById } from '#lib/needs/reviews/queries';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { similarNeeds } from '#lib/review/similarity/queries';
import { today } from '#lib/text/dates';
import { provider } from '#tests/support/factories/activities';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { changesOf, revision } from '#tests/support/databases/log-rows';
import { approved } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

let admin: Actor;
beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
});

const confirmed = 'yes';
const reason = 'Published for another State.';
const text = 'Training of customs officers in following stolen manuscripts across borders.';

/** A published review with one approved need, and the revision at which both were public. */
async function published() {
  const { review, focal, first } = await panel(await publishedReview());
  const need = await approved(focal, first, review, { text });
  return { review, focal, first, need, at: await revision() };
}

const summaryAt = async (actor: Actor, at: number | null, held: readonly string[] = []) => {
  const query = new URLSearchParams({ cycle: '2', chapter: 'II' });
  if (at !== null) query.set('revision', String(at));
  const found = await summaryDocument(actor, query, held);
  return found.kind === 'found' ? { tag: found.tag, ...JSON.parse(found.body).totals } : found;
};

/** How often each public answer shows a review and its need, at present and at a revision. */
async function shownTo(actor: Actor, { review, need, at }: Awaited<ReturnType<typeof published>>) {
  const query = new URLSearchParams({ cycle: '2', chapter: 'II', revision: String(at) });
  const request = await parsePageRequest(actor, query, {});
  const unmet = await unmetApiResult(actor, query, []);
  const comparison = await compareSides(actor, {
    cycle: 2,
    chapters: ['II'],
    cutoff: null,
    since: null,
    revision: null,
    sinceRevision: at,
    region: null,
    against: null,
  });
  return {
    now: (await summaryAt(actor, null)).needs,
    past: (await summaryAt(actor, at)).needs,
    unmetThen: unmet.kind === 'found' ? JSON.parse(unmet.body).needs : unmet.kind,
    summariesThen: (await summariesForPage(actor, request)).some(({ id }) => id === review.id),
    compared: comparison.both.has(review.id),
    listed: await totalOfNeeds(actor, { list: 'approved', filter: { ids: [need.id] } }),
    need: (await needById(actor, need.id)) !== undefined,
    history: (await historyOfNeed(actor, need.id)).length > 0,
    similar: (await similarNeeds(actor, text, { language: 'en' })).some(({ id }) => id === need.id),
  };
}

describe('withdrawing a summary from publication', () => {
  it('takes a reason and a confirmation, and logs since when which version of which need had been shown', async () => {
    const { review, need } = await published();
    const sent = { id: review.id, version: review.version, reason, confirmed };
    expect(failureOf(await unpublishSummary(admin, { ...sent, reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'reason', message: 'enterReason' }],
    });
    expect(failureOf(await unpublishSummary(admin, { ...sent, confirmed: '' }))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'confirmed', message: 'confirmUnpublishing' }],
    });
    expect(
      failureOf(await unpublishSummary(admin, { ...sent, version: review.version - 1 })),
    ).toMatchObject({ kind: 'conflict', why: 'moved' });
    expect((await reviewById(admin, review.id))!.publishedOn).toBe(today());

    valueOf(await unpublishSummary(admin, sent));
    const after = (await reviewById(admin, review.id))!;
    expect(after).toMatchObject({ publishedOn: null, version: review.version + 1 });
    expect((await historyOfReview(admin, after))[0]).toMatchObject({
      verb: 'unpublish',
      reason,
      publishedOn: null,
    });
    expect((await changesOf('review', review.id)).at(-1)).toMatchObject({
      verb: 'unpublish',
      data: {
        version: review.version + 1,
        publishedOn: null,
        shown: { publishedOn: today(), needs: [{ id: need.id, version: need.version }] },
      },
    });
    expect(failureOf(await unpublishSummary(admin, { ...sent, version: after.version }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
  });

  it('is for the administrator alone; to others it is refused or does not exist', async () => {
    const { review, focal, first } = await published();
    const sent = { id: review.id, version: review.version, reason, confirmed };
    for (const actor of [focal, first, await manager()])
      expect(failureOf(await unpublishSummary(actor, sent))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    for (const actor of [publicActor, await provider(), await focalPoint(await mintedReview())])
      expect(failureOf(await unpublishSummary(actor, sent))).toEqual({ kind: 'not-found' });
    expect((await reviewById(admin, review.id))!.version).toBe(review.version);
  });

  it('hides it from the public everywhere and at every revision at once, and not from its State and the secretariat', async () => {
    const made = await published();
    const { review, focal, at } = made;
    const everybody = [publicActor, await provider(), await focalPoint(await mintedReview())];
    const insiders = [focal, await manager(), admin];
    const before = await Promise.all([...everybody, ...insiders].map((by) => shownTo(by, made)));
    for (const shown of before)
      expect(shown).toMatchObject({
        summariesThen: true,
        compared: true,
        listed: 1,
        need: true,
        similar: true,
      });
    const held = (await summaryAt(publicActor, at)).tag;

    valueOf(
      await unpublishSummary(admin, { id: review.id, version: review.version, reason, confirmed }),
    );
    const withdrawnAt = await revision();
    // An answer that somebody holds from before, or the server keeps, is out of date as well.
    expect(await summaryAt(publicActor, at, [held])).not.toEqual({ kind: 'same', tag: held });
    for (const [index, actor] of everybody.entries()) {
      const { now, past, unmetThen } = before[index]!;
      expect(await shownTo(actor, made)).toEqual({
        now: now - 1,
        past: past - 1,
        unmetThen: unmetThen - 1,
        summariesThen: false,
        compared: false,
        listed: 0,
        need: false,
        history: false,
        similar: false,
      });
    }
    for (const [index, actor] of insiders.entries())
      expect(await shownTo(actor, made)).toEqual(before[everybody.length + index]);

    // Published again, it is seen at the earlier revision as well, but not at that of its withdrawal.
    valueOf(await publishSummary(admin, { id: review.id, version: review.version + 1 }));
    expect(await shownTo(publicActor, made)).toEqual(before[0]);
    const without = await summaryAt(publicActor, withdrawnAt);
    expect(without.needs).toBe(before[0]!.past - 1);
  });

  it('counts at any revision what plain SQL counts', async () => {
    const { review, at } = await published();
    const witness = await openWitness();
    try {
      const agree = async (query: string) => {
        const { counted, recounted } = await compareWithWitness(
          witness.ask,
          { actor: publicActor, reader: { kind: 'public' } },
          query,
        );
        expect(differences(counted, recounted)).toEqual([]);
        return counted.totals.needs;
      };
      const asked = `cycle=2&chapter=II&revision=${at}`;
      const shown = await agree(asked);
      valueOf(
        await unpublishSummary(admin, {
          id: review.id,
          version: review.version,
          reason,
          confirmed,
        }),
      );
      expect(await agree(asked)).toBe(shown - 1);
      expect(await agree('cycle=2&chapter=II')).toBe(shown - 1);
    } finally {
      await witness.close();
    }
  });
});
