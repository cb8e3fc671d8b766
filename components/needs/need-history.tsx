import { NeedStatus } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { HistoryEntry } from '#lib/needs/store/queries';

/** Whether a draft was discarded here, as the entry before says; the latest entry is the first. */
const wasDiscarded = (history: readonly HistoryEntry[], index: number) =>
  history[index]!.verb === 'withdraw' && history[index + 1]?.status === 'draft';

export function NeedHistory({
  locale,
  t,
  id,
  history,
}: {
  locale: Locale;
  t: Translate;
  id: string;
  history: readonly HistoryEntry[];
}) {
  if (history.length === 0) return null;
  return (
    <>
      <h2>{t('needs.history')}</h2>
      <p>
        <a href={`/${locale}/needs/${id}/history`}>{t('history.open')}</a>
      </p>
      <div className="scroll">
        <table>
          <caption className="away">{t('needs.historyCaption')}</caption>
          <thead>
            <tr>
              {(['action', 'status', 'by', 'at', 'reason'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`needs.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.map(({ version, verb, status, by, at, reason }, index) => (
              <tr key={version}>
                <th scope="row">
                  {wasDiscarded(history, index) ? t('need.discarded') : t(`verbs.${verb}`)}
                </th>
                <td className="words">
                  <NeedStatus t={t} status={status} discarded={wasDiscarded(history, index)} />
                </td>
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
    </>
  );
}
