import type { Locale } from '#lib/convention/names';
import type { SessionView } from '#lib/sessions/session-queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; sessions: readonly SessionView[] }>;

/** Ends one session; this one by signing out. */
function EndForm({ locale, t, session }: Omit<Props, 'sessions'> & { session: SessionView }) {
  const { id, isThis, createdAt } = session;
  if (isThis) return <strong>{t('sessions.this')}</strong>;
  return (
    <form method="post" action={`/${locale}/accounts/me/end-session`}>
      <input type="hidden" name="session" value={id} />
      <button
        className="as-link"
        aria-label={t('sessions.endOf', { at: formatInstant(locale, createdAt) })}
      >
        {t('sessions.end')}
      </button>
    </form>
  );
}

/** Where the reader is signed in, with what ends a session elsewhere. */
export const SessionsTable = ({ locale, t, sessions }: Props) => (
  <>
    <h2>{t('sessions.title')}</h2>
    <p className="hint">{t('sessions.lead')}</p>
    <div className="scroll">
      <table>
        <caption className="away">{t('sessions.title')}</caption>
        <thead>
          <tr>
            {(['begun', 'lastUsed', 'device', 'network', 'action'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`sessions.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">{formatInstant(locale, session.createdAt)}</th>
              <td className="words">
                {session.lastSeenAt ? formatInstant(locale, session.lastSeenAt) : '–'}
              </td>
              <td className="words">
                <bdi>{session.agent ?? '–'}</bdi>
              </td>
              <td className="words">
                <bdi>{session.network || '–'}</bdi>
              </td>
              <td className="words">
                <EndForm {...{ locale, t, session }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {sessions.length > 1 ? (
      <form method="post" action={`/${locale}/accounts/me/end-others`}>
        <button className="button">{t('sessions.endOthers')}</button>
      </form>
    ) : null}
  </>
);
