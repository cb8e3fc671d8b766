import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { MessageLine } from '#lib/review/mail/render-message';

export type ComposedMail = Readonly<{
  subject: string;
  text: string;
  html: string;
  language: Locale;
}>;
type MailInput = Readonly<{
  locale: Locale;
  t: Translate;
  name: string;
  lines: readonly MessageLine[];
  origin: string;
}>;

/** Puts a name in one line, whatever was typed into it. */
export const toSingleLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

// Numeric references, unlike elsewhere, keep mails the same as those already sent.
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const link = (url: string) => `<a href="${escaped(url)}" dir="ltr">${escaped(url)}</a>`;

/** The document of a mail around its body. */
export function htmlOf(locale: Locale, subject: string, body: string): string {
  const direction = directionOf(locale);
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body dir="${direction}">${body}</body></html>`;
}

/** Composes a mail as plain text and as simple HTML, without duplicate lines. */
export function composeMail({ locale, t, name, lines, origin }: MailInput): ComposedMail {
  const uniqueLines = [
    ...new Map(lines.map((line) => [`${line.path} ${line.text}`, line])).values(),
  ];
  // Links lead through the sign-in page, which forwards people who are already signed in: without
  // signing in, a need that is not public does not exist.
  const address = (path: string) => `${origin}/${locale}/accounts/sign-in?next=/${locale}/${path}`;
  const subject = toSingleLine(
    uniqueLines.length === 1
      ? uniqueLines[0]!.text
      : t('mail.subject', { count: uniqueLines.length }),
  );
  const greeting = t('mail.greeting', { name: toSingleLine(name) });
  const introduction = t('mail.intro');
  const reasonForMail = t('mail.why');
  const accountUrl = `${origin}/${locale}/accounts/me`;
  return {
    subject,
    language: locale,
    text: [
      greeting,
      introduction,
      ...uniqueLines.map(({ text, path }) => `• ${text}\n  ${address(path)}`),
      `${reasonForMail}\n${accountUrl}`,
    ]
      .join('\n\n')
      .concat('\n'),
    html: htmlOf(
      locale,
      subject,
      `<p>${escaped(greeting)}</p><p>${escaped(introduction)}</p><ul>${uniqueLines.map(({ text, path }) => `<li>${escaped(text)}<br>${link(address(path))}</li>`).join('')}</ul>` +
        `<p><small>${escaped(reasonForMail)}<br>${link(accountUrl)}</small></p>`,
    ),
  };
}
