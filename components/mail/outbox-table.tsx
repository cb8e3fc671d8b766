import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { OutboxMessage } from '#lib/review/mail/queries';
import { maxAttempts } from '#lib/people/mail/vocabulary';

type Props = Readonly<{ locale: Locale; t: Translate; messages: readonly OutboxMessage[] }>;

/** The messages of the register, each as its reader gets it, with its delivery status. */
export function OutboxTable({ locale, t, messages }: Props) {
  const statusText = ({ deliveryStatus: code, at }: OutboxMessage) =>
    t(`mail.standing.${code}`, { at: at ? formatInstant(locale, at) : '', attempts: maxAttempts });
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('mail.caption')}</caption>
        <thead>
          <tr>
            {(['to', 'message', 'written', 'standingTitle'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`mail.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <tr key={message.id}>
              <th scope="row">
                <bdi>{message.name}</bdi>
                <br />
                <bdi className="note">{message.email}</bdi>
              </th>
              <td className="words">
                {message.line ? (
                  <a
                    href={`/${message.locale}/${message.line.path}`}
                    lang={message.locale}
                    dir={directionOf(message.locale)}
                  >
                    {message.line.text}
                  </a>
                ) : (
                  <span className="note">{t('mail.gone')}</span>
                )}
              </td>
              <td className="words">{formatInstant(locale, message.createdAt)}</td>
              <td className="words">{statusText(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
