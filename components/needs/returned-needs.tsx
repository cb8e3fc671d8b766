import { aboutText } from '#components/comments/comment-list';
import { provisionText } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ReturnedNeed } from '#lib/needs/entry/returned';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** Submits all corrected needs again. */
const Resubmit = ({
  locale,
  t,
  by,
  corrected,
}: Common & Readonly<{ by: string; corrected: readonly ReturnedNeed[] }>) => (
  <form
    method="post"
    action={`/${locale}/needs/resubmit`}
    className="buttons"
    id="need"
    tabIndex={-1}
  >
    <input type="hidden" name="by" value={by} />
    {corrected.map(({ need: { id, version } }) => (
      <input key={id} type="hidden" name="need" value={`${id}~${version}`} />
    ))}
    <button className="button">{t('returned.resubmit', { count: corrected.length })}</button>
    <span className="hint">{t('returned.resubmitHint')}</span>
  </form>
);

const ReturnedRow = ({
  locale,
  t,
  returned: { need, reason, comments, at, by: who, corrected: ready },
}: Common & { returned: ReturnedNeed }) => (
  <tr>
    <th scope="row">
      <a href={`/${locale}/needs/${need.id}/change`}>
        <bdi>{need.reference ?? t('needs.noReference')}</bdi>
      </a>
      <br />
      <span className="note">{stateName(need.stateCode, locale)}</span>
    </th>
    <td className="words">{provisionText(locale, t, need)}</td>
    <td className="words text">
      <span dir="auto">{reason}</span>
      {comments.length > 0 ? (
        <ul>
          {comments.map(({ id, field, text }) => (
            <li key={id}>
              <a href={`/${locale}/needs/${need.id}/change#comment-${id}`}>{aboutText(t, field)}</a>
              : <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </td>
    <td className="words when">
      {formatDate(locale, at.slice(0, 10))}
      <br />
      <span className="note">{who}</span>
    </td>
    <td className="words">
      {ready ? (
        <span className="tag approved" data-mark="✓">
          {t('returned.corrected')}
        </span>
      ) : (
        <span className="tag returned" data-mark="↩">
          {t('returned.open')}
        </span>
      )}
    </td>
  </tr>
);

/** The returned needs with their reasons, the longest waiting first, and the form to resubmit the corrected ones. */
export function ReturnedNeeds({
  locale,
  t,
  needs,
  by,
}: {
  locale: Locale;
  t: Translate;
  needs: readonly ReturnedNeed[];
  by: string;
}) {
  const corrected = needs.filter((each) => each.corrected);
  return (
    <>
      {corrected.length > 0 ? (
        <Resubmit locale={locale} t={t} by={by} corrected={corrected} />
      ) : (
        <p className="hint">{t('returned.lead')}</p>
      )}
      <div className="scroll">
        <table>
          <caption className="away">{t('returned.title')}</caption>
          <thead>
            <tr>
              {(['reference', 'provision'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`needs.${column}`)}
                </th>
              ))}
              {(['reason', 'since', 'standing'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`returned.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map((returned) => (
              <ReturnedRow key={returned.need.id} locale={locale} t={t} returned={returned} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
