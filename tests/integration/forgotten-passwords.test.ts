import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptInvitation, invite, resetPassword } from '#lib/people/accounts/commands';
import { requestPassword } from '#lib/people/accounts/forgotten-password';
import { inviteContributor } from '#lib/people/colleagues/commands';
import { smtpDelivery } from '#lib/review/mail/delivery';
import { outboxPage } from '#lib/review/mail/queries';
import { sendDueMail } from '#lib/review/mail/send-mail';
import { personWithPassword, signIn } from '#tests/support/factories/credentials';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, again, focalPoint } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';
import { changesOf, eventsOf } from '#tests/support/databases/log-rows';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';
import { clearGlobalSingletons } from '#tests/support/run/reset-singletons';
import { startSmtp, type SmtpServer } from '#tests/support/servers/smtp';

const from = 'Needs Register <register@example.org>';
let smtp: SmtpServer;
let admin: Actor;
beforeAll(async () => {
  smtp = await startSmtp();
  await freshRegister();
  Object.assign(process.env, { MAIL_URL: smtp.url, MAIL_FROM: from });
  clearGlobalSingletons('environment');
  admin = await administrator();
});
afterAll(async () => {
  delete process.env.MAIL_URL;
  delete process.env.MAIL_FROM;
  clearGlobalSingletons('environment');
  await smtp?.stop();
});
beforeEach(async () => {
  await rows('update outbox set due_at = null');
  smtp.received.length = 0;
});

const chosen = 'the lamp beside my door';
const ask = (email: string, network = '192.0.2.1') =>
  requestPassword(publicActor, { email, network });

/** Sends what is due; the tokens in the mails that arrived. */
async function mailedTokens(): Promise<string[]> {
  const delivery = smtpDelivery(smtp.url, from);
  await sendDueMail(delivery);
  delivery.close();
  return smtp.received.map(({ source }) => {
    const text = source.replaceAll('=\r\n', '');
    return /accounts\/invitations\/([\w-]{43})/.exec(text)![1]!;
  });
}
const accept = (token: string, password = chosen) =>
  acceptInvitation(publicActor, { token, name: 'Name', password });

describe('a forgotten password', () => {
  it('is replaced by a link that is mailed at once, works once, and ends the sessions', async () => {
    const { accountId, email, actor } = await personWithPassword();
    await rows(`update account set mail = 'none', locale = 'fr' where id = ?`, [accountId]);
    valueOf(await ask(email));
    const [token = '', ...others] = await mailedTokens();
    expect(others).toEqual([]);
    expect(smtp.received[0]!.to).toEqual([email]);
    expect(smtp.received[0]!.headers.join('\n')).toMatch(/^Content-Language: fr$/m);
    valueOf(await accept(token));
    expect(await again(actor)).toEqual(publicActor);
    valueOf(await signIn(email, chosen));
    expect(failureOf(await accept(token))).toEqual({ kind: 'not-found' });
    expect(await eventsOf(accountId)).toContain('password-forgotten');
  });

  it('is answered alike for addresses that have no account, were invited only or were closed', async () => {
    const [known, closed] = [await personWithPassword(), await personWithPassword()];
    await rows('update account set active = (1 = 0) where id = ?', [closed.accountId]);
    const invited = `${(await administrator()).accountId}@example.org`;
    for (const email of [known.email, closed.email, invited, 'nobody@example.org'])
      expect(await ask(email)).toEqual({ ok: true, value: null });
    expect(await mailedTokens()).toHaveLength(1);
    expect(smtp.received[0]!.to).toEqual([known.email]);
  });

  it('is mailed three times in a while, whoever asks; the last link goes on working', async () => {
    const { email } = await personWithPassword();
    for (let n = 0; n < 20; n += 1) valueOf(await ask(email, `192.0.2.${n}`));
    const tokens = await mailedTokens();
    expect(tokens).toHaveLength(1);
    valueOf(await accept(tokens[0]!));
  });

  it('is not replaced after thirty minutes, nor by a link that a later one replaced', async () => {
    const { email, accountId } = await personWithPassword();
    valueOf(await ask(email));
    const [first = ''] = await mailedTokens();
    smtp.received.length = 0;
    valueOf(await ask(email));
    const [second = ''] = await mailedTokens();
    expect(failureOf(await accept(first))).toEqual({ kind: 'not-found' });
    const [{ minutes }] = (
      await rows<{ created_at: string; expires_at: string }>(
        'select created_at, expires_at from invitation where account_id = ? and used_at is null',
        [accountId],
      )
    ).map((row) => ({
      minutes: (Date.parse(row.expires_at) - Date.parse(row.created_at)) / 60_000,
    })) as [{ minutes: number }];
    expect(minutes).toBe(30);
    await rows('update invitation set expires_at = ? where account_id = ?', [
      new Date(Date.now() - 1).toISOString(),
      accountId,
    ]);
    expect(failureOf(await accept(second))).toEqual({ kind: 'not-found' });
  });

  it.each(['aaaaaaaaaaaa', ' '.repeat(12), 'password1234', 'needsregister'])(
    'is not replaced by %j, and the link stays',
    async (weak) => {
      const { email } = await personWithPassword();
      valueOf(await ask(email));
      const [token = ''] = await mailedTokens();
      expect(failureOf(await accept(token, weak))).toMatchObject({
        kind: 'invalid',
        errors: [{ field: 'password' }],
      });
      valueOf(await accept(token));
    },
  );
});

describe('where mail is set up', () => {
  it('an administrator resets a password without seeing the link, and is named in the log', async () => {
    const { accountId, email } = await personWithPassword();
    const reset = valueOf(await resetPassword(admin, { accountId }));
    expect(reset).toMatchObject({ token: '', isMailed: true, email });
    expect((await changesOf('account', accountId)).at(-1)).toMatchObject({
      verb: 'reset-password',
      actorId: admin.accountId,
    });
    const [token = ''] = await mailedTokens();
    valueOf(await accept(token));
    valueOf(await signIn(email, chosen));
  });

  it('an invitation is mailed too, and neither the outbox nor the database contains its token', async () => {
    const email = 'invited@example.org';
    const invited = valueOf(
      await invite(admin, { email, name: 'A Name', role: 'manager', review: '' }),
    );
    expect(invited.token).toBe('');
    const [token = ''] = await mailedTokens();
    const { messages } = await outboxPage(admin, 1);
    expect(messages[0]!.line).toMatchObject({ path: 'accounts/me' });
    expect(JSON.stringify(messages)).not.toContain(token);
    const stored = [
      ...(await rows('select * from outbox')),
      ...(await rows('select * from invitation')),
      ...(await rows('select * from event')),
      ...(await rows('select * from change')),
    ];
    expect(JSON.stringify(stored)).not.toContain(token);
    valueOf(await accept(token));
  });
});

describe('an address that has an account elsewhere', () => {
  it('is answered to a focal point like a new one, and nothing changes but the log', async () => {
    const focal = await focalPoint(await mintedReview());
    const { email } = await personWithPassword();
    const before = await number('select count(*) from account');
    const answers = [
      valueOf(await inviteContributor(focal, { email, name: 'A Name' })),
      valueOf(await inviteContributor(focal, { email: 'new.one@example.org', name: 'A Name' })),
    ];
    expect({ ...answers[0]!, email: '' }).toEqual({ ...answers[1]!, email: '' });
    expect(await number('select count(*) from account')).toBe(before + 1);
    expect(await eventsOf(focal.accountId!)).toContain('invitation-refused');
  });
});
