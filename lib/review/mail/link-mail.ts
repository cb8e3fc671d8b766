import 'server-only';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { account, invitation } from '#db/schema';
import { environment } from '#lib/base/env';
import { linkToken } from '#lib/people/accounts/one-time-links';
import { formatInstant } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import {
  escaped,
  htmlOf,
  link,
  toSingleLine,
  type ComposedMail,
} from '#lib/review/mail/compose-mail';

type LinkMail = Readonly<{ name: string; email: string; letter: ComposedMail }>;

/**
 * Composes the mail with a one-time link; undefined where the link was used, has expired or was
 * replaced, or the account was closed.
 */
export async function composeLinkMail(
  id: string,
  now: Date = new Date(),
): Promise<LinkMail | undefined> {
  const [row] = await read()
    .select({
      name: account.name,
      email: account.email,
      language: account.locale,
      purpose: invitation.purpose,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.accountId))
    .where(
      and(
        eq(invitation.id, id),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, now.toISOString()),
        eq(account.active, true),
      ),
    );
  if (!row) return undefined;
  const { name, email, purpose, expiresAt } = row;
  const language = row.language ?? 'en';
  const t = translator(language);
  const subject = t(`forgotten.mail.${purpose}.subject`);
  const url = `${environment().publicUrl.origin}/${language}/accounts/invitations/${linkToken(id)}`;
  const before = [
    t('mail.greeting', { name: toSingleLine(name) }),
    t(`forgotten.mail.${purpose}.text`),
  ];
  const after = [
    t('forgotten.mail.once', { until: formatInstant(language, expiresAt) }),
    t(`forgotten.mail.${purpose}.unasked`),
  ];
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<p>${escaped(text)}</p>`).join('');
  return {
    name,
    email,
    letter: {
      subject,
      language,
      text: [...before, url, ...after].join('\n\n').concat('\n'),
      html: htmlOf(
        language,
        subject,
        `${paragraphs(before)}<p>${link(url)}</p>${paragraphs(after)}`,
      ),
    },
  };
}
