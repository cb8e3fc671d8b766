import { DueDate } from '#components/reviews/due-date';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { AwaitedAction } from '#lib/needs/reviews/review-status';

/** Whom a review awaits, since when, and by when. `today` is `YYYY-MM-DD`. */
export function AwaitedParties({
  locale,
  t,
  awaited,
  today,
}: {
  locale: Locale;
  t: Translate;
  awaited: readonly AwaitedAction[];
  today: string;
}) {
  if (awaited.length === 0) return <p className="turn">{t('desk.turn.nobody')}</p>;
  return (
    <ul className="turn">
      {awaited.map(({ whose, why, since, dueOn }) => (
        <li key={whose}>
          {t.rich('desk.turn.sentence', {
            strong: (who) => <b>{who}</b>,
            who: t(`desk.turn.${whose}`),
            what: t(`desk.turn.${why}`, { date: formatDate(locale, since.slice(0, 10)) }),
          })}
          {dueOn ? (
            <>
              {' '}
              · <DueDate locale={locale} t={t} dueOn={dueOn} today={today} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
