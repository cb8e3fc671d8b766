import type { Locale } from '#lib/convention/names';
import type { ReviewChange } from '#lib/needs/reviews/queries';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; history: readonly ReviewChange[] }>;

function verbText(t: Translate, verb: ReviewChange['verb']): string {
  switch (verb) {
    case 'set-completion':
    case 'publish':
    case 'unpublish':
      return t(`reviews.verbs.${verb}`);
    case 'close':
    case 'reopen':
      return t(`closing.verbs.${verb}`);
    case 'set-deadlines':
      return t('deadlines.set');
    default:
      return t('reviews.verbs.create');
  }
}

function HistoryRow({ locale, t, change }: Omit<Props, 'history'> & { change: ReviewChange }) {
  const { verb, by, at, completedOn, publishedOn, reason } = change;
  const dateText = (date: string | null) => (date ? formatDate(locale, date) : t('reviews.notYet'));
  return (
    <tr>
      <th scope="row">
        {verbText(t, verb)}
        {reason ? (
          <span className="note" dir="auto">
            <br />
            {reason}
          </span>
        ) : null}
      </th>
      <td className="words">{by}</td>
      <td className="words">{formatDate(locale, at.slice(0, 10))}</td>
      <td className="words">{dateText(completedOn)}</td>
      <td className="words">{dateText(publishedOn)}</td>
    </tr>
  );
}

/** What happened to a review itself: its creation, dates, publication and closing. */
export function ReviewHistory({ locale, t, history }: Props) {
  const heads = [
    t('needs.action'),
    t('needs.by'),
    t('needs.at'),
    t('reviews.completed'),
    t('reviews.published'),
  ];
  return (
    <>
      <h2>{t('reviews.history')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('reviews.historyCaption')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="words">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.map((change) => (
              <HistoryRow key={change.at + change.verb} locale={locale} t={t} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
