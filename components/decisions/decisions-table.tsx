import type { Locale } from '#lib/convention/names';
import type { BulkDecision } from '#lib/review/decisions/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

/** Decisions that took many needs at once, each leading to its needs. */
export const DecisionsTable = ({
  locale,
  t,
  decisions,
}: {
  locale: Locale;
  t: Translate;
  decisions: readonly BulkDecision[];
}) => (
  <div className="scroll">
    <table>
      <caption className="away">{t('deciding.listTitle')}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {t('deciding.what')}
          </th>
          <th scope="col" className="words">
            {t('needs.by')}
          </th>
          <th scope="col" className="words">
            {t('deciding.when')}
          </th>
          <th scope="col" className="words">
            {t('needs.reason')}
          </th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, verb, needs, by, at, reason, reopenedBy }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/${locale}/decisions/${id}`}>{t(`deciding.${verb}`, { count: needs })}</a>
              {reopenedBy ? (
                <>
                  <br />
                  <span className="note">{t('deciding.wasReopened')}</span>
                </>
              ) : null}
            </th>
            <td className="words">{by}</td>
            <td className="words">{formatInstant(locale, at)}</td>
            <td className="words" dir="auto">
              {reason ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
