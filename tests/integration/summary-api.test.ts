import { NextRequest } from 'next/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sessionCookie } from '#lib/sessions/auth';
import { publicActor, type Actor } from '#lib/base/actor';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { approved } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { revision } from '#tests/support/databases/log-rows';
import { rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';
import { GET } from '../../app/api/v1/summary/route';

const question = 'cycle=2&chapter=II';
beforeAll(() => freshRegister());
afterEach(() => {
  vi.useRealTimers();
});

async function get(query: string, { as, held }: { as?: Actor; held?: string } = {}) {
  const cookie = as ? (await sessionCookie(as.sessionId!)).split(';')[0]! : undefined;
  const response = await GET(
    new NextRequest(`http://localhost/api/v1/summary?${query}`, {
      headers: { ...(cookie ? { cookie } : {}), ...(held ? { 'if-none-match': held } : {}) },
    }),
  );
  const body = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    tag: response.headers.get('etag') ?? '',
    body,
    json: body ? JSON.parse(body) : null,
  };
}

describe('the answer of the summary API', () => {
  it("is the public's, to be kept by anybody and asked after each time", async () => {
    await publishedReview();
    const { status, headers, json } = await get(question);
    expect([
      status,
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('vary'),
    ]).toEqual([
      200,
      'application/json; charset=utf-8',
      'public, no-cache',
      'authorization, cookie',
    ]);
    expect(json).toMatchObject({
      cutoff: null,
      cycle: 2,
      chapter: 'II',
      revision: await revision(),
      totals: { needs: 0 },
    });
    expect(json.totals.summaries).toBeGreaterThan(0);
  });

  it("is by session that of the reader's scope, and kept by that reader alone", async () => {
    const { review, focal, first } = await panel(await mintedReview({ completedOn: '2022-06-30' }));
    await approved(focal, first, review);
    const stranger = await focalPoint(await mintedReview());
    const [asPublic, asFocal, asStranger, asManager] = [
      await get(question),
      await get(question, { as: focal }),
      await get(question, { as: stranger }),
      await get(question, { as: await manager() }),
    ];
    expect(
      [asFocal, asManager].map(({ json }) => json.totals.needs - asPublic.json.totals.needs),
    ).toEqual([1, 1]);
    expect({ ...asStranger.json, revision: 0 }).toEqual({ ...asPublic.json, revision: 0 });
    expect(new Set([asPublic, asFocal, asStranger, asManager].map(({ tag }) => tag)).size).toBe(4);
    expect(asFocal.headers.get('cache-control')).toBe('private, no-cache');
    expect((await get(question, { held: asFocal.tag })).status).toBe(200);
  });

  it('is not sent again to whoever holds it, until the register changes', async () => {
    const { tag } = await get(question);
    const again = await get(question, { held: `"something else", W/${tag}` });
    expect([again.status, again.body, again.tag]).toEqual([304, '', tag]);
    await publishedReview();
    const changed = await get(question, { held: tag });
    expect(changed.status).toBe(200);
    expect(changed.tag).not.toBe(tag);
  });

  it('is the same whether it is counted or kept from before', async () => {
    const [counted, kept] = [
      await get(`${question}&region=AFR`),
      await get(`${question}&region=AFR`),
    ];
    expect(kept).toEqual(counted);
    expect((await get(`${question}&region=APG`)).body).not.toBe(counted.body);
  });

  it('of a past revision stays as it was', async () => {
    const before = await get(question);
    await publishedReview();
    const past = await get(`${question}&revision=${before.json.revision}`);
    expect(past.body).toBe(before.body);
  });

  it('and its tag change with the day on which a summary begins to count, at the same revision', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    await approved(focal, first, review);
    // No command dates anything in advance; a clock set right, or a row from elsewhere, can.
    await dropGuards();
    await rows(
      `update review_version set completed_on = '2031-05-04', published_on = '2031-05-05' where review_id = ? and to_seq is null`,
      [review.id],
    );
    await publishedReview();
    const on = async (day: string, held: string[] = []) => {
      vi.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), toFake: ['Date'] });
      const answered = await summaryDocument(publicActor, new URLSearchParams(question), held);
      if (answered.kind !== 'found') throw new Error(answered.kind);
      return {
        tag: answered.tag,
        ...(JSON.parse(answered.body) as {
          revision: number;
          totals: { summaries: number; needs: number };
        }),
      };
    };
    const completed = await on('2031-05-04');
    const published = await on('2031-05-05', [completed.tag]);
    expect(published.revision).toBe(completed.revision);
    expect([
      published.totals.summaries - completed.totals.summaries,
      published.totals.needs - completed.totals.needs,
    ]).toEqual([1, 1]);
    const before = await on('2031-05-03', [completed.tag, published.tag]);
    expect(before.totals).toEqual(completed.totals);
    expect(new Set([before.tag, completed.tag, published.tag]).size).toBe(3);
  });

  it('is of the same question in the digits, commas and dashes of any keyboard', async () => {
    const asked = await get('cycle=2&chapter=II&article=5,6&cutoff=2023-02-28');
    expect(asked.status).toBe(200);
    for (const query of [
      'cycle=٢&chapter=II&article=٥،٦&cutoff=٢٠٢٣-٠٢-٢٨',
      'cycle=２&chapter=ＩＩ&article=５、６&cutoff=２０２３−０２−２８',
    ]) {
      const { status, json } = await get(new URLSearchParams(query).toString());
      expect([status, json.totals], query).toEqual([200, asked.json.totals]);
    }
  });

  it('begins with a publication that was made a moment ago', async () => {
    const admin = await administrator();
    const before = await get(question);
    const { id } = await mintedReview();
    valueOf(
      await setCompletion(admin, {
        id,
        version: 1,
        completedOn: new Date().toISOString().slice(0, 10),
        symbol: '',
      }),
    );
    expect((await get(question)).json.totals).toEqual(before.json.totals);
    valueOf(await publishSummary(admin, { id, version: 2 }));
    expect((await get(question)).json.totals.summaries - before.json.totals.summaries).toBe(1);
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['cycle=2&chapter=III', 'chapter'],
    ['cycle=1&chapter=III&article=5', 'article'],
    [`${question}&category=policymaking&subcategory=cb-training`, 'subcategory'],
    [`${question}&cutoff=2023-02-30`, 'cutoff'],
    [`${question}&cutoff=1444-08-07`, 'cutoff'],
    [`${question}&cutoff=2566-02-28`, 'cutoff'],
    [`${question}&revision=999999`, 'revision'],
    [`${question}&region=AFR&region=APG`, 'region'],
    [`${question}&topic=${'x'.repeat(1001)}`, 'topic'],
    [`${question}&topic=bribery,bribery`, 'topic'],
    [`${question}&article=5;6;5`, 'article'],
    [`${question}&state=KEN`, 'state'],
    ['', 'cycle'],
  ])(
    '%s is refused with 400 at %s, with what is valid, and never kept',
    async (query, parameter) => {
      for (let again = 0; again < 2; again += 1) {
        const { status, headers, json, tag } = await get(query);
        expect([status, headers.get('cache-control'), tag]).toEqual([400, 'no-store', '']);
        const fault = json.errors.find(
          (found: { parameter: string }) => found.parameter === parameter,
        );
        expect(fault).toEqual({
          field: parameter,
          parameter,
          value: expect.any(String),
          message: expect.any(String),
          valid: expect.any(Array),
        });
        expect(fault.value.length).toBeLessThanOrEqual(100);
      }
    },
  );
});
