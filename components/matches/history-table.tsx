import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { MatchHistoryEntry } from '#lib/assistance/matches/queries';

/** Who did what to a match and why, the oldest step first. */
export const HistoryTable = ({
  locale,
  t,
  steps,
}: Readonly<{ locale: Locale; t: Translate; steps: readonly MatchHistoryEntry[] }>) => (
  <div className="scroll">
    <table className="stacked">
      <caption>{t('matches.history')}</caption>
      <thead>
        <tr>
          {(['step', 'degree', 'by', 'at', 'reason'] as const).map((column) => (
            <th key={column} scope="col" className="words">
              {t(`matches.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ number, verb, degree, by, role, at, reason }) => (
          <tr key={number}>
            <th scope="row">{t(`matches.steps.${verb}`)}</th>
            <td className="words" data-label={t('matches.degree')}>
              {t(`matches.degrees.${degree}`)}
            </td>
            <td className="words" data-label={t('matches.by')}>
              <bdi>{by}</bdi> <span className="note">{t(`roles.${role}`)}</span>
            </td>
            <td className="words when" data-label={t('matches.at')}>
              {formatInstant(locale, at)}
            </td>
            <td className="words text" data-label={t('matches.reason')}>
              <bdi>{reason ?? '–'}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
