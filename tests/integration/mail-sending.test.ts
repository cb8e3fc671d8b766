import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { log } from '#lib/base/log';
import { setMailPreference } from '#lib/people/mail/commands';
import { sendDueMail } from '#lib/review/mail/send-mail';
import { releaseReviewer } from '#lib/needs/reviews/commands';
import { comeTheHour, keeping, onlyTo } from '#tests/support/factories/mail';
import { draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { commands } from '#tests/support/factories/situations';
import { row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

let own: Awaited<ReturnType<typeof panel>>;
beforeEach(async () => {
  own = await panel();
});

const outboxOf = ({ accountId }: Actor) =>
  rows(
    'select sent_at, due_at, attempts from outbox where account_id = ? order by created_at, id',
    [accountId],
  );
const reference = async (id: string) =>
  String((await row('select reference from need where id = ?', [id])).reference);

describe('one mail a day', () => {
  it('goes out at six in the morning, UTC, with everything since the last one, and is not sent again', async () => {
    const { review, focal, first } = own;
    await onlyTo([first]);
    const needs = [await submitted(focal, review), await submitted(focal, review)];
    const { due_at: due, created_at: created } = (
      await rows<{ due_at: string; created_at: string }>(
        'select due_at, created_at from outbox where account_id = ?',
        [first.accountId],
      )
    )[0]!;
    expect(due).toMatch(/T06:00:00.000Z$/);
    expect(Date.parse(due) - Date.parse(created)).toBeGreaterThan(0);
    expect(Date.parse(due) - Date.parse(created)).toBeLessThanOrEqual(86_400_000);
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery, { now: new Date(Date.parse(due) - 1) })).toBe(0);
    expect(await sendDueMail(delivery, { now: new Date(due) })).toBe(1);
    expect(await sendDueMail(delivery, { now: new Date(Date.parse(due) + 86_400_000) })).toBe(0);
    const [{ letter, email, kinds }] = parcels as [(typeof parcels)[number]];
    expect([email, kinds]).toEqual([`${first.accountId}@example.org`, ['submit']]);
    expect(letter).toMatchObject({ subject: '2 messages from the Needs Register', language: 'en' });
    for (const { id } of needs)
      expect(letter.text).toContain(
        `Need ${await reference(id)} was submitted and is waiting for review (${review.stateCode}, Second review cycle).\n  http://localhost:3000/en/accounts/sign-in?next=/en/needs/${id}\n`,
      );
    expect(letter.text).toContain('http://localhost:3000/en/accounts/me');
    expect(letter.text).not.toContain('Training of procurement officers');
    expect(await outboxOf(first)).toEqual(
      [1, 2].map(() => ({ sent_at: due, due_at: null, attempts: 1 })),
    );
  });

  it('is in the language of its reader, from right to left where that is so', async () => {
    const { review, focal, first, second } = own;
    await onlyTo([first, second]);
    await rows(`update account set locale = 'ar' where id = ?`, [first.accountId]);
    await rows(`update account set locale = 'fr', name = ? where id = ?`, [
      '<b>Évelyne & "Co"</b>',
      second.accountId,
    ]);
    const { id } = await submitted(focal, review);
    await comeTheHour();
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery)).toBe(2);
    const [arabic, french] = [first, second].map(
      ({ accountId }) => parcels.find((parcel) => parcel.accountId === accountId)!.letter,
    );
    expect(arabic).toMatchObject({
      language: 'ar',
      subject: expect.stringContaining(`الاحتياج \u2068${await reference(id)}\u2069`),
    });
    expect(arabic!.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic!.text).toContain(`/ar/needs/${id}`);
    expect(french).toMatchObject({
      language: 'fr',
      subject: expect.stringContaining('a été soumis et attend d’être vérifié'),
    });
    expect(french!.html).toContain('<html lang="fr" dir="ltr">');
    expect(french!.html).toContain('&#60;b&#62;Évelyne &#38; &#34;Co&#34;&#60;/b&#62;');
    expect(french!.html).not.toContain('<b>');
  });

  it('leaves out what its reader may not see any more, and is not sent where nothing is left', async () => {
    const { review, focal, first, second } = own;
    await onlyTo([first, second]);
    await submitted(focal, review);
    await comeTheHour();
    valueOf(
      await releaseReviewer(await administrator(), { id: review.id, accountId: first.accountId! }),
    );
    await rows('update account set active = (1 = 0) where id = ?', [second.accountId]);
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery)).toBe(0);
    expect(parcels).toEqual([]);
    for (const person of [first, second])
      expect(await outboxOf(person)).toEqual([{ sent_at: null, due_at: null, attempts: 1 }]);
  });

  it('does not go to an address that nobody has taken up yet', async () => {
    const { review, focal, first } = own;
    await onlyTo([first]);
    await rows('update account set password_hash = null where id = ?', [first.accountId]);
    await submitted(focal, review);
    await comeTheHour();
    expect(await sendDueMail(keeping().delivery)).toBe(0);
  });
});

describe('the preference', () => {
  it('each: one mail a message, named in its subject', async () => {
    const { review, focal, first } = own;
    await onlyTo([first], 'each');
    const needs = [await submitted(focal, review), await submitted(focal, review)];
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery)).toBe(2);
    for (const [i, { id }] of needs.entries())
      expect(parcels[i]!.letter.subject).toContain(`Need ${await reference(id)} was submitted`);
  });

  it('what waits already follows a new choice: at once, at the hour, or never; the choice is a change', async () => {
    const { review, focal, first } = own;
    await onlyTo([first]);
    await submitted(focal, review);
    const due = async () => String((await outboxOf(first))[0]!.due_at);
    valueOf(await setMailPreference(first, { mail: 'each' }));
    expect(Date.parse(await due())).toBeLessThanOrEqual(Date.now());
    valueOf(await setMailPreference(first, { mail: 'daily' }));
    expect(await due()).toMatch(/T06:00:00.000Z$/);
    valueOf(await setMailPreference(first, { mail: 'none' }));
    expect(await outboxOf(first)).toEqual([{ sent_at: null, due_at: null, attempts: 0 }]);
    await commands.submit(focal, await draft(focal, review));
    expect(await outboxOf(first)).toHaveLength(1);
    expect(
      await row(
        `select verb, data from change where entity = 'account' and entity_id = ? order by seq desc limit 1`,
        [first.accountId],
      ),
    ).toEqual({ verb: 'set-mail', data: '{"mail":"none"}' });
  });
});

describe('a server that fails', () => {
  it('is tried again after five minutes, then twice as long each time, and given up after twelve; it holds nobody else up', async () => {
    vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    const { review, focal, first } = own;
    await onlyTo([first]);
    await submitted(focal, review);
    await comeTheHour();
    const { state, parcels, delivery } = keeping();
    state.failing = true;
    let now = new Date('2026-12-01T06:00:00.000Z');
    const waited: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect(await sendDueMail(delivery, { now })).toBe(0);
      const [{ due_at: due, attempts } = {}] = await outboxOf(first);
      expect(attempts).toBe(attempt);
      if (due === null) break;
      waited.push((Date.parse(String(due)) - now.getTime()) / 60_000);
      expect(await sendDueMail(delivery, { now: new Date(Date.parse(String(due)) - 1) })).toBe(0);
      expect((await outboxOf(first))[0]!.attempts).toBe(attempt);
      now = new Date(String(due));
    }
    expect(waited).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360, 360, 360]);
    expect(await outboxOf(first)).toEqual([{ sent_at: null, due_at: null, attempts: 12 }]);
    expect(JSON.stringify(vi.mocked(log.warn).mock.calls)).not.toContain('@');
    state.failing = false;
    await submitted(focal, review);
    await comeTheHour();
    expect(await sendDueMail(delivery)).toBe(1);
    expect(parcels).toHaveLength(1);
  });

  it('a process that died while it was sending leaves the mail to the next one, ten minutes later', async () => {
    const { review, focal, first } = own;
    await onlyTo([first]);
    await submitted(focal, review);
    await comeTheHour();
    const now = new Date();
    const dying = { deliver: () => new Promise<boolean>(() => undefined), close: () => undefined };
    void sendDueMail(dying, { now });
    await vi.waitFor(async () => expect((await outboxOf(first))[0]!.attempts).toBe(1));
    const { parcels, delivery } = keeping();
    expect(await sendDueMail(delivery, { now: new Date(now.getTime() + 9 * 60_000) })).toBe(0);
    expect(await sendDueMail(delivery, { now: new Date(now.getTime() + 11 * 60_000) })).toBe(1);
    expect(parcels).toHaveLength(1);
  });
});
