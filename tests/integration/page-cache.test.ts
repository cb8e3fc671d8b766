import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { endSession } from '#lib/sessions/session-commands';
import { appointReviewer, publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { startPageCacheServer } from '#tests/support/servers/page-cache-reader';
import { approved, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import {
  administrator,
  again,
  focalPoint,
  manager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

let reading: Awaited<ReturnType<typeof startPageCacheServer>>;
let admin: Actor;
let staff: Actor;
beforeAll(async () => {
  await freshRegister();
  [admin, staff] = [await administrator(), await manager()];
  reading = await startPageCacheServer();
});
afterAll(() => reading.close());
beforeEach(() => {
  reading.rendered.length = 0;
});

describe('a kept page', () => {
  it("is rendered once for all readers of one role and scope, and bears each one's own name", async () => {
    const review = await mintedReview();
    const [one, two] = [
      await focalPoint(review, 'First Person'),
      await focalPoint(review, `Second <i>"O'Person" & co.</i>`),
    ];
    const told = await Promise.all([one, two, one, two].map((actor) => reading.told(actor)));
    expect(told.map(({ name }) => name)).toEqual(
      [1, 2].flatMap(() => [
        'First Person',
        'Second &lt;i&gt;&quot;O&#x27;Person&quot; &amp; co.&lt;/i&gt;',
      ]),
    );
    expect(reading.rendered).toHaveLength(1);
  });

  it('is rendered for a reader without a name, an account or a session', async () => {
    const person = await signedIn({ role: 'manager', name: 'Somebody Known' });
    await reading.told(person, '/en/summaries/types');
    expect(reading.rendered).toEqual([
      expect.objectContaining({ role: 'manager', accountId: null, sessionId: null, locale: null }),
    ]);
    expect(JSON.stringify(reading.rendered)).not.toMatch(
      new RegExp(`Somebody|${person.accountId}|${person.sessionId}`),
    );
  });

  it('ships no script', async () =>
    expect((await reading.read(publicActor)).text).not.toContain('<script'));

  it('shows each State what it alone counts, and nobody the page of another', async () => {
    const [mine, theirs] = [await panel(), await panel()];
    await approved(mine.focal, mine.first, mine.review);
    const readers = {
      public: publicActor,
      mine: mine.focal,
      theirs: theirs.focal,
      myReviewer: mine.first,
      theirReviewer: theirs.first,
      stranger: await reviewer(),
      staff,
      admin,
    };
    const all = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(readers).map(
            async ([who, actor]) => [who, await reading.told(actor)] as const,
          ),
        ),
      );
    const before = await all();
    valueOf(
      await setCompletion(admin, {
        id: mine.review.id,
        version: 1,
        completedOn: '2022-05-05',
        symbol: '',
      }),
    );
    // Whoever asks first, each gets what is theirs; twice, so that the second answer is a kept one.
    for (const _time of [1, 2]) {
      const after = await all();
      for (const [who, { summaries, needs, name, role }] of Object.entries(after)) {
        const counts = ['mine', 'myReviewer', 'staff', 'admin'].includes(who) ? 1 : 0;
        expect([summaries - before[who]!.summaries, needs - before[who]!.needs], who).toEqual([
          counts,
          counts,
        ]);
        expect([name, role], who).toEqual([
          readers[who as keyof typeof readers].name,
          readers[who as keyof typeof readers].role,
        ]);
      }
    }
    valueOf(await publishSummary(admin, { id: mine.review.id, version: 2 }));
    const published = await all();
    for (const who of Object.keys(readers))
      expect(published[who]!.needs - before[who]!.needs, who).toBe(1);
  });

  it('shows an approval by another process at the next request', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const sent = await submitted(focal, review);
    const before = await reading.told(publicActor);
    const { code, stderr } = await runProgram({
      script: 'tests/support/durability/approve-need.ts',
      given: [first.sessionId!, sent.id, String(sent.version)],
    });
    expect([code, stderr]).toEqual([0, '']);
    expect((await reading.told(publicActor)).needs).toBe(before.needs + 1);
  });

  it('is another one as soon as a reviewer is appointed', async () => {
    const review = await mintedReview({ completedOn: '2022-06-30' });
    const person = await reviewer();
    const before = await reading.told(person);
    valueOf(await appointReviewer(admin, { id: review.id, accountId: person.accountId! }));
    expect((await reading.told(await again(person))).summaries).toBe(before.summaries + 1);
  });

  it("is the public's once the session has ended, and for a cookie that is forged", async () => {
    const person = await signedIn({ role: 'manager', name: 'Leaving Soon' });
    expect(await reading.told(person)).toMatchObject({ role: 'manager', name: 'Leaving Soon' });
    await endSession(person);
    expect(await reading.told(person)).toMatchObject({ role: 'public', name: '' });
  });

  it('is not the first page of somebody who has signed in: that one is personal', async () => {
    expect((await reading.read(publicActor, '/en')).status).toBe(200);
    expect((await reading.read(staff, '/en')).status).toBe(501);
  });

  it('changes its tag with what the reader sees, the reader and the address, and with nothing else', async () => {
    const tag = async (actor: Actor, path?: string) =>
      (await reading.read(actor, path)).headers.etag;
    const first = await Promise.all([
      tag(publicActor),
      tag(publicActor, '/en/summaries?chapter=V'),
      tag(staff),
      tag(admin),
    ]);
    expect(new Set(first).size).toBe(4);
    expect(await tag(publicActor)).toBe(first[0]);
    await mintedReview();
    expect(await tag(publicActor)).toBe(first[0]);
    await publishedReview();
    expect(await tag(publicActor)).not.toBe(first[0]);
  });
});

describe('the memory for kept pages', () => {
  it('is bounded: the page not asked for the longest goes first', async () => {
    const small = await startPageCacheServer(1500);
    const path = (day: number) => `/en/summaries?cutoff=2023-01-${String(day).padStart(2, '0')}`;
    for (let day = 1; day <= 20; day += 1) {
      await small.read(publicActor, path(day));
      await small.read(publicActor, path(1));
    }
    // The first was asked for all along; the second went when others came.
    expect(small.rendered).toHaveLength(20);
    await small.read(publicActor, path(2));
    expect(small.rendered).toHaveLength(21);
    await small.close();
  });

  it('holds one page for all that ask for it at once', async () => {
    await publishedReview();
    await Promise.all(Array.from({ length: 30 }, () => reading.read(publicActor)));
    expect(reading.rendered).toHaveLength(1);
  });
});
