import type { Locale } from '#lib/convention/names';
import type { TokenView } from '#lib/people/api-tokens/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  tokens: readonly TokenView[];
  /** The present instant. */
  now: string;
}>;

function stateOf({ endedAt, expiresAt }: TokenView, now: string): 'ended' | 'expired' | 'valid' {
  if (endedAt) return 'ended';
  return expiresAt <= now ? 'expired' : 'valid';
}

const columns = ['name', 'scopes', 'created', 'expires', 'used', 'state', 'end'] as const;

/** The tokens of the reader's account, each valid one with a form to end it. */
export function TokensTable({ locale, t, tokens, now }: Props) {
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('api.token.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="words">
                {t(`api.token.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">
                <bdi>{token.name}</bdi>
              </th>
              <td className="words">
                {token.scopes.map((scope) => (
                  <p key={scope}>{t(`api.scopes.${scope}`)}</p>
                ))}
              </td>
              <td className="words">{formatInstant(locale, token.createdAt)}</td>
              <td className="words">{formatInstant(locale, token.expiresAt)}</td>
              <td className="words">
                {token.lastUsedAt ? formatInstant(locale, token.lastUsedAt) : t('api.token.never')}
              </td>
              <td className="words">{t(`api.token.${stateOf(token, now)}`)}</td>
              <td className="words">
                {stateOf(token, now) === 'valid' ? (
                  <form method="post" action={`/${locale}/accounts/tokens/end`}>
                    <input type="hidden" name="token" value={token.id} />
                    <button
                      className="as-link"
                      aria-label={t('api.token.endNamed', { name: token.name })}
                    >
                      {t('api.token.end')}
                    </button>
                  </form>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
