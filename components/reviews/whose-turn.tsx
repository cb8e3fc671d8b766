import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Turn } from '#lib/needs/reviews/turn';

/** Whose turn it is in a review, since when, and by when. `today` is `YYYY-MM-DD`. */
export function WhoseTurn({
  locale,
  t,
  turns,
  today,
}: {
  locale: Locale;
  t: Translate;
  turns: readonly Turn[];
  today: string;
}) {
  if (turns.length === 0) return <p className="turn">{t('desk.turn.nobody')}</p>;
  return (
    <ul className="turn">
      {turns.map(({ whose, why, since, dueOn }) => (
        <li key={whose}>
          <b>{t(`desk.turn.${whose}`)}</b>{' '}
          {t(`desk.turn.${why}`, { date: formatDate(locale, since.slice(0, 10)) })}
          {dueOn ? (
            <>
              {' '}
              ·{' '}
              {dueOn < today ? (
                <span className="tag returned" data-mark="!">
                  {t('desk.turn.overdue', { date: formatDate(locale, dueOn) })}
                </span>
              ) : (
                t('desk.turn.due', { date: formatDate(locale, dueOn) })
              )}
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
