import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { QueueNeighbours } from '#lib/review/queue/queries';

/**
 * From need to need through what waits, without going back to the list. It stands first in the
 * page, two tabs from its beginning.
 */
export function QueueWalk({
  locale,
  t,
  neighbours: { previous, next, forOthers },
  waiting,
}: {
  locale: Locale;
  t: Translate;
  neighbours: QueueNeighbours;
  waiting: boolean;
}) {
  return (
    <nav className="queue-walk" aria-label={t('queue.label')}>
      {previous ? (
        <a href={`/${locale}/needs/${previous.id}`} rel="prev">
          {t('queue.previous')}
        </a>
      ) : null}
      {next ? (
        <a
          className={waiting ? undefined : 'button'}
          href={`/${locale}/needs/${next.id}`}
          rel="next"
        >
          {t('queue.next')}
        </a>
      ) : (
        <span className="note">
          {forOthers > 0 ? t('queue.onlyForOthers', { count: forOthers }) : t('queue.empty')}
        </span>
      )}
    </nav>
  );
}
