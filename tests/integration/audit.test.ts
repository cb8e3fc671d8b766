import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '#db/bulk-rows';
import { transaction } from '#db/client';
import { withRequestNetwork } from '#db/request-network';
import { event, register } from '#db/schema';
import { recordEvent } from '#db/change';
import { publicActor, type Actor } from '#lib/base/actor';
import { recordRefusal, recordView } from '#lib/people/audit/commands';
import { allAuditRows, auditPeople, auditRows, lastVerification } from '#lib/people/audit/queries';
import { parseAuditFilter } from '#lib/people/audit/schema';
import { verifyRegister } from '#lib/people/audit/verify-register';
import { beginSession } from '#lib/sessions/sessions';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { eventsOf } from '#tests/support/databases/log-rows';
import { row } from '#tests/support/databases/sql';
import { approved, submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

let admin: Actor;

beforeAll(async () => {
  await freshRegister();
  admin = await administrator();
});

const listed = async (by: Actor, parameters: Record<string, string>) =>
  (await auditRows(by, parseAuditFilter(parameters))).rows;

describe('the audit page', () => {
  it('lists changes and events together, the latest first, with who and what but no content', async () => {
    const { review, focal } = await panel();
    await submitted(focal, review);
    await transaction((tx) =>
      recordEvent(tx, 'refused', focal.accountId, { path: '/en/needs', secret: 'the text' }),
    );
    const rows = await listed(admin, { person: focal.accountId! });
    expect(rows.map(({ kind, change, what }) => [kind, change?.verb ?? what])).toEqual([
      ['refused', '/en/needs'],
      ['change', 'submit'],
      ['change', 'enter'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('the text');
    expect(await listed(admin, { person: focal.accountId!, kind: 'change' })).toHaveLength(2);
    expect(await listed(admin, { person: focal.accountId!, until: '2001-01-01' })).toEqual([]);
    expect(await listed(admin, { person: focal.accountId!, from: '2001-01-01' })).toHaveLength(3);
  });

  it('names the network address of a refused sign-in', async () => {
    const email = `${randomUUID()}@example.org`;
    await beginSession({ email, password: 'wrong', network: '192.0.2.77' });
    const [latest] = await listed(admin, { kind: 'sign-in-refused' });
    expect(latest).toMatchObject({ what: email, network: '192.0.2.77', name: null });
  });

  it('lists the templates that were once recorded by another word as exports', async () => {
    const { review, focal } = await panel();
    await transaction(async (tx) => {
      await recordEvent(tx, 'export', focal.accountId, { review: review.id });
      const at = new Date().toISOString();
      const [head] = await tx.select({ seq: register.eventSeq }).from(register);
      const seq = head!.seq + 1;
      const chain = { previousHash: '', hash: '' };
      const { accountId: actorId } = focal;
      await tx.insert(event).values({ seq, at, actorId, kind: 'exported', data: {}, ...chain });
      await tx.update(register).set({ eventSeq: seq, eventHash: '' });
    });
    for (const kind of ['', 'export'])
      expect(
        (await listed(admin, { person: focal.accountId!, kind })).map((each) => each.kind),
      ).toEqual(['export', 'export']);
  });

  it('goes on for pages, without a gap and without a row twice', async () => {
    const all = (await auditRows(admin, parseAuditFilter({}), 100_000)).rows;
    const paged = [];
    for (let page = 1, hasMore = true; hasMore; page += 1) {
      const part = await auditRows(admin, { ...parseAuditFilter({}), page }, 4);
      paged.push(...part.rows);
      hasMore = part.hasMore;
    }
    expect(paged).toEqual(all);
  });

  it('names the network of every change and event that a request made', async () => {
    const { review, focal } = await panel();
    await withRequestNetwork('2001:db8:1:2::/64', async () => {
      await submitted(focal, review);
      await recordView(admin, randomUUID());
      await recordRefusal(focal, '/en/accounts?page=2');
      await recordRefusal(focal, '/en/accounts/invitations/a-token/accept');
    });
    const rows = await listed(admin, { person: focal.accountId!, network: '2001:DB8:1:2::/64' });
    expect(rows.map(({ kind, network }) => [kind, network])).toEqual([
      ['refused', '2001:db8:1:2::/64'],
      ['refused', '2001:db8:1:2::/64'],
      ['change', '2001:db8:1:2::/64'],
      ['change', '2001:db8:1:2::/64'],
    ]);
    expect(rows.slice(0, 2).map(({ what }) => what)).toEqual([
      '/en/accounts/invitations/-/accept',
      '/en/accounts',
    ]);
    expect(await listed(admin, { network: '2001:db8:1:3::/64' })).toEqual([]);
  });

  it('finds what happened to one thing, by its id or its reference', async () => {
    const { review, focal } = await panel();
    const { id } = await submitted(focal, review);
    const { reference } = await row<{ reference: string }>(
      'select reference from need where id = ?',
      [id],
    );
    await submitted(focal, review);
    await recordView(admin, id);
    const found = await listed(admin, { about: id });
    expect(found.map(({ kind, change, what }) => [kind, change?.verb, what])).toEqual([
      ['view', undefined, id],
      ['change', 'submit', id],
      ['change', 'enter', id],
    ]);
    expect(reference).toMatch(/-\d{3}$/);
    expect(await listed(admin, { about: reference.toLowerCase() })).toEqual(found);
    expect(await listed(admin, { about: "x' or 'x" })).toHaveLength(
      (await listed(admin, {})).length,
    );
  });

  it('is exported whole, however long, in the order of the pages', async () => {
    const ofExport = async (parameters: Record<string, string>, batch: number, by = admin) => {
      const rows = [];
      for await (const each of allAuditRows(by, parseAuditFilter(parameters), batch))
        rows.push(each);
      return rows;
    };
    const all = (await auditRows(admin, parseAuditFilter({}), 100_000)).rows;
    expect(await ofExport({}, 7)).toEqual(all);
    const views = await ofExport({ kind: 'view' }, 2);
    expect(views).toEqual(all.filter(({ kind }) => kind === 'view'));
    const many = 12_000;
    await transaction(async (tx) => {
      const [head] = await tx.select({ seq: register.eventSeq }).from(register);
      const at = new Date().toISOString();
      const rows = Array.from({ length: many }, (_, n) => {
        const seq = head!.seq + n + 1;
        return { seq, at, actorId: null, kind: 'export', data: {}, previousHash: '', hash: '' };
      });
      await insertRows(tx, event, rows);
      await tx.update(register).set({ eventSeq: head!.seq + many, eventHash: '' });
    });
    expect(await ofExport({}, 500)).toHaveLength(all.length + many);
    expect(await ofExport({ kind: 'view' }, 500)).toEqual(views);
    for (const actor of [publicActor, await manager()])
      expect(await ofExport({}, 500, actor)).toEqual([]);
  });

  it('shows the last verification', async () => {
    await verifyRegister();
    expect(await lastVerification(admin)).toMatchObject({ head: expect.stringMatching(/^\d+:/) });
  });

  it('is empty for everybody but administrators', async () => {
    for (const actor of [publicActor, await manager(), await focalPoint(await mintedReview())]) {
      expect(await listed(actor, {})).toEqual([]);
      expect(await auditPeople(actor)).toEqual([]);
      expect(await lastVerification(actor)).toBeUndefined();
    }
  });
});

describe('a look at a need', () => {
  it('is recorded where staff read what is not published, and only there', async () => {
    const unpublished = await panel();
    const published = await panel(await publishedReview());
    const hidden = await submitted(unpublished.focal, unpublished.review);
    const open = await approved(published.focal, published.first, published.review);
    for (const { id } of [hidden, open]) {
      await recordView(admin, id);
      await recordView(unpublished.focal, id);
      await recordView(publicActor, id);
    }
    const looks = await listed(admin, { kind: 'view', person: admin.accountId!, about: hidden.id });
    expect(looks).toHaveLength(1);
    expect(await listed(admin, { kind: 'view', about: open.id })).toEqual([]);
    expect(await eventsOf(unpublished.focal.accountId!)).not.toContain('view');
    const [latest] = await listed(admin, { kind: 'view' });
    expect(latest).toMatchObject({ what: hidden.id });
  });
});
