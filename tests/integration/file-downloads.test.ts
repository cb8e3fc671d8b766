import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { attachSummary } from '#lib/needs/attachments/commands';
import { sessionCookie } from '#lib/sessions/auth-cookie';
import { eventsOf } from '#tests/support/databases/log-rows';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { GET } from '../../app/[locale]/reviews/[id]/files/[file]/route';

describe('the file of a review that somebody takes away', () => {
  const text = '41. Training of officers.';
  let reader: Actor;
  let address: Readonly<{ locale: string; id: string; file: string }>;
  let entityTag: string;

  beforeAll(async () => {
    await freshRegister();
    const { review, focal } = await panel();
    const attached = await attachSummary(focal, {
      reviewId: review.id,
      replaces: null,
      given: { text },
    });
    address = { locale: 'en', id: review.id, file: valueOf(attached).id };
    reader = focal;
    entityTag = (await taken()).headers.get('etag')!;
  });

  async function taken(ifNoneMatch?: string): Promise<Response> {
    const cookie = (await sessionCookie(reader.sessionId!)).split(';', 1)[0]!;
    const headers = { cookie, ...(ifNoneMatch ? { 'if-none-match': ifNoneMatch } : {}) };
    const path = `/${address.locale}/reviews/${address.id}/files/${address.file}`;
    const request = new NextRequest(`http://localhost:3000${path}`, { headers });
    return GET(request, { params: Promise.resolve({ ...address }) });
  }

  const noted = async () =>
    (await eventsOf(reader.accountId!)).filter((kind) => kind === 'download').length;

  it('is noted, and given out under its name with its digest', async () => {
    const before = await noted();
    const response = await taken();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-disposition')).toContain('executive-summary.txt');
    expect(response.headers.get('repr-digest')).toMatch(/^sha-256=:.+:$/);
    expect(await noted()).toBe(before + 1);
  });

  it.each(['"another-version"', 'W/"another-version", "and-one-more"', ',', 'nonsense'])(
    'is noted also where another version is held: %s',
    async (held) => {
      const before = await noted();
      const response = await taken(held);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(text);
      expect(await noted()).toBe(before + 1);
    },
  );

  it('is not sent again to whoever holds it, which is no download', async () => {
    const before = await noted();
    for (const held of [entityTag, `W/${entityTag}`, `"other", ${entityTag}`]) {
      const response = await taken(held);
      expect(response.status, held).toBe(304);
      expect(await response.text()).toBe('');
    }
    expect(await noted()).toBe(before);
  });
});
