import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { httpClient, formRequest } from '#tests/support/servers/http-client';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { campaign, counts, record, seed } from '#tests/support/run/campaign';
import { chance } from '#tests/support/run/seeded-random';
import { rightPasswordHash, secondFactorVoluntary } from '#tests/support/factories/credentials';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { signIn } from '#tests/support/permissions/outcomes-of-answers';
import { completeFields } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { startOwnServer } from '#tests/support/servers/own-server';
import { administrator, signedIn } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { lostOrDoubled, type Saved } from '#tests/support/durability/saves';
import { row } from '#tests/support/databases/sql';

const kills = counts(3, 50);
const clients = 6;

describe.runIf(engine === 'sqlite')('the server, killed under load', () => {
  let review: MintedReview;
  let emails: string[];
  beforeAll(async () => {
    await ensureBuilt();
    await freshRegister();
    await secondFactorVoluntary();
    review = await mintedReview({ completedOn: '2022-01-31' });
    const passwordHash = await rightPasswordHash();
    const focal = await signedIn({ role: 'focal-point', stateId: review.stateId, passwordHash });
    const reviewing = await signedIn({ role: 'reviewer', passwordHash });
    valueOf(
      await appointReviewer(await administrator(), {
        id: review.id,
        accountId: reviewing.accountId!,
      }),
    );
    emails = [focal, reviewing].map(({ accountId }) => `${accountId}@example.org`);
  }, 300_000);

  it(
    `${kills} times (seed ${seed}), starts again by itself and holds every save that it has answered`,
    { timeout: campaign ? 3_600_000 : 600_000 },
    async () => {
      const by = chance(seed);
      let cookies: string[] = [];
      let acknowledged = 0;
      let cutOff = 0;
      for (let i = 1; i <= kills; i += 1) {
        const server = await startOwnServer();
        const ask = httpClient(server.url, clients);
        // Sessions outlive the server; signing in again and again would only be limited.
        if (cookies.length === 0)
          cookies = await Promise.all(emails.map((email) => signIn(ask, server.url, email)));
        const saves: Saved[] = [];
        const { promise: enough, resolve: isEnough } = Promise.withResolvers<void>();
        const wanted = 1 + by.below(60);
        let running = true;
        const client = async (n: number) => {
          while (running) {
            const [id, text] = [randomUUID(), `Saved ${randomUUID()}.`];
            const answer = await ask(
              formRequest(
                server.url,
                '/en/needs/enter',
                { ...completeFields, id, text, review: review.id, then: 'draft' },
                cookies[n % cookies.length],
              ),
            ).catch(() => undefined);
            if (!answer) {
              cutOff += 1;
              return;
            }
            expect(answer.status).toBe(303);
            saves.push({ id, version: 1, verb: 'enter', text });
            if (saves.length >= wanted) isEnough();
          }
        };
        const clientsDone = Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
        await enough;
        await server.kill();
        running = false;
        await clientsDone;
        acknowledged += saves.length;
        expect(await lostOrDoubled(saves), `after kill ${i}`).toEqual([]);
        if (i % 10 === 0 || i === kills) {
          expect(await contradictionsFound(), `after kill ${i}`).toEqual([]);
          expect(await row('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
        }
      }
      record('kills of the server under load', {
        seed,
        counts: kills,
        acknowledged,
        'requests cut off': cutOff,
      });
      expect(acknowledged, 'saves that were acknowledged').toBeGreaterThanOrEqual(kills);
      expect(cutOff, 'requests that were cut off').toBeGreaterThan(kills);
    },
  );
});
