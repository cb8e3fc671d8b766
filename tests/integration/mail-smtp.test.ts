import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '#lib/base/log';
import { smtpDelivery } from '#lib/review/mail/delivery';
import { sendDueMail } from '#lib/review/mail/send-mail';
import { comeTheHour, onlyTo } from '#tests/support/factories/mail';
import { submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { reviewer } from '#tests/support/factories/people';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { startSmtp, type SmtpServer } from '#tests/support/servers/smtp';
import { number, rows } from '#tests/support/databases/sql';

const from = 'Needs Register <register@example.org>';
let smtp: SmtpServer;
beforeAll(async () => {
  await freshRegister();
  smtp = await startSmtp();
});
afterAll(() => smtp?.stop());
beforeEach(() => {
  smtp.received.length = 0;
});

const header = (name: string, { headers } = smtp.received[0]!) =>
  headers
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    .map((line) => line.slice(name.length + 2));

describe('by a real mail server', () => {
  it('a mail arrives as text and HTML, says that a machine wrote it, and goes to its one reader', async () => {
    const { review, focal, first } = await panel();
    await onlyTo([first]);
    const { id } = await submitted(focal, review);
    await comeTheHour();
    const delivery = smtpDelivery(smtp.url, from);
    expect(await sendDueMail(delivery)).toBe(1);
    delivery.close();
    const [mail, ...others] = smtp.received;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      from: 'register@example.org',
      to: [`${first.accountId}@example.org`],
    });
    expect([header('From'), header('Auto-Submitted'), header('Content-Language')]).toEqual([
      [from],
      ['auto-generated'],
      ['en'],
    ]);
    expect(header('Subject')[0]).toMatch(/^Need T-[0-9A-F]{8}-2-001 was submitted/);
    expect(mail!.source).toMatch(/content-type: text\/plain[\s\S]*content-type: text\/html/i);
    expect(mail!.source.replaceAll('=\r\n', '')).toContain(
      `http://localhost:3000/en/accounts/sign-in?next=3D/en/needs/${id}`,
    );
    expect(await number('select count(*) from outbox where sent_at is not null')).toBe(1);
  });

  it.each([
    'Mallory\r\nBcc: victim@example.org',
    'Mallory\nSubject: Not this',
    'Mallory\u2028Bcc: victim@example.org',
    '"Mallory" <victim@example.org>, Other',
    'Мария',
  ])('the name %j adds no header and no reader', async (name) => {
    const { review, focal, first } = await panel();
    await onlyTo([first]);
    await rows('update account set name = ? where id = ?', [name, first.accountId]);
    await submitted(focal, review);
    await comeTheHour();
    const delivery = smtpDelivery(smtp.url, from);
    expect(await sendDueMail(delivery)).toBe(1);
    delivery.close();
    expect(smtp.received.map(({ to }) => to)).toEqual([[`${first.accountId}@example.org`]]);
    expect([header('Bcc'), header('Cc')]).toEqual([[], []]);
    expect(header('Subject')).toHaveLength(1);
    expect(header('To')[0]).toMatch(new RegExp(`<${first.accountId}@example.org>$`));
  });

  it('a refusal that passes is tried again and sent once, under the same Message-ID', async () => {
    vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    const { review, focal, first } = await panel();
    await onlyTo([first]);
    await submitted(focal, review);
    await comeTheHour();
    smtp.refuse(1);
    const delivery = smtpDelivery(smtp.url, from);
    expect(await sendDueMail(delivery)).toBe(0);
    expect(vi.mocked(log.warn).mock.calls[0]![0]).toMatchObject({
      accountId: first.accountId,
      response: 451,
    });
    expect(await sendDueMail(delivery, { now: new Date(Date.now() + 6 * 60_000) })).toBe(1);
    delivery.close();
    const [{ id } = {}] = await rows('select id from outbox where account_id = ?', [
      first.accountId,
    ]);
    expect(header('Message-ID')).toEqual([`<${id}@localhost>`]);
  });

  it('two processes at the same moment send every mail once', async () => {
    const { review, focal } = await panel();
    const people = await Promise.all(Array.from({ length: 12 }, () => reviewer(review)));
    await onlyTo(people);
    await submitted(focal, review);
    await submitted(focal, review);
    await comeTheHour();
    const given = {
      script: 'tests/support/factories/send-mail.ts',
      env: { MAIL_URL: smtp.url, MAIL_FROM: from },
    };
    const ended = await Promise.all([1, 2, 3].map(() => runProgram(given)));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([1, 2, 3].map(() => [0, '']));
    expect(ended.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBe(12);
    expect(smtp.received.map(({ to }) => to[0]).toSorted()).toEqual(
      people.map(({ accountId }) => `${accountId}@example.org`).toSorted(),
    );
  });
});
