import 'server-only';
import type { Transporter } from 'nodemailer';
import { environment } from '#lib/base/env';
import { toSingleLine, type ComposedMail } from '#lib/review/mail/compose-mail';

export type OutgoingMail = Readonly<{
  id: string;
  accountId: string;
  name: string;
  email: string;
  kinds: readonly string[];
  letter: ComposedMail;
}>;

/** How mail is delivered. `deliver` returns whether it was sent, and throws if that failed. */
export type Delivery = Readonly<{
  deliver: (parcel: OutgoingMail) => Promise<boolean>;
  close: () => void;
}>;

const second = 1000;
const sendTimeout = 120 * second;
const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Sends by SMTP. Never sends a password unencrypted to another machine. */
export function smtpDelivery(url: string, from: string): Delivery {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  let transport: Transporter | undefined;
  // Loaded only if there is a mail server.
  const openTransport = async () =>
    (transport ??= (await import('nodemailer')).createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 465 : 25),
      secure,
      requireTLS: !secure && username !== '' && !isLoopback(hostname),
      ...(username
        ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
        : {}),
      connectionTimeout: 20 * second,
      greetingTimeout: 20 * second,
      socketTimeout: 30 * second,
      disableFileAccess: true,
      disableUrlAccess: true,
    }));
  const deliver = async ({
    id,
    name,
    email,
    letter: { subject, text, html, language },
  }: OutgoingMail) => {
    const smtp = await openTransport();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server took too long')), sendTimeout);
    });
    const sending = smtp.sendMail({
      from,
      to: { name: toSingleLine(name), address: email },
      subject,
      text,
      html,
      messageId: `<${id}@${environment().publicUrl.hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    });
    try {
      await Promise.race([sending, timeout]);
      return true;
    } finally {
      clearTimeout(timer);
      sending.catch(() => undefined);
    }
  };
  return { deliver, close: () => transport?.close() };
}

/**
 * Without a mail server, administrators read the mail in the register; the console names the
 * account and the kinds of messages.
 */
export const consoleDelivery = (writeLine: (line: string) => void): Delivery => ({
  deliver: async ({ accountId, kinds }) => {
    writeLine(
      `Mail for account ${accountId} (${kinds.join(', ')}) is at ${environment().publicUrl.origin}/en/admin/outbox.`,
    );
    return false;
  },
  close: () => undefined,
});
