import { excerptOf } from '#lib/text/excerpt';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { UnfinishedEntry } from '#lib/needs/entry/autosave';

/** The entries that were begun and never saved, each linked to its form. */
export function UnfinishedEntries({
  locale,
  t,
  entries,
}: {
  locale: Locale;
  t: Translate;
  entries: readonly UnfinishedEntry[];
}) {
  if (entries.length === 0) return null;
  return (
    <section className="turn">
      <h2>{t('unfinished.title')}</h2>
      <ul>
        {entries.map(({ needId, reviewId, stateCode, cycle, text, savedAt }) => (
          <li key={needId}>
            <a href={`/${locale}/needs/new?review=${reviewId}&id=${needId}`}>
              <bdi>{excerptOf(text) || t('unfinished.noText')}</bdi>
            </a>{' '}
            <span className="note">
              {t('reviews.one', {
                state: stateName(stateCode, locale),
                cycle: t(`cycles.${cycle}`),
              })}{' '}
              · {formatInstant(locale, savedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
