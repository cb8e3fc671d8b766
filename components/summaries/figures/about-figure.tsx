import type { Shown } from '#components/summaries/shown';
import { today } from '#lib/text/dates';

type Props = Pick<Shown, 'locale' | 't' | 'query' | 'count'> &
  Readonly<{ /** Its name in addresses. */ file: string; drawn?: boolean }>;

/**
 * The same question with the cut-off and the revision fixed, so that the answer stays what it is.
 */
function pinned(query: string, revision: number): string {
  const fixed = new URLSearchParams(query);
  if (!fixed.get('cutoff')) fixed.set('cutoff', today());
  fixed.set('revision', String(revision));
  return `?${fixed}`;
}

/**
 * How a figure is counted, the figure as files, and the addresses at which it goes on changing or
 * stays as it is.
 */
export function AboutFigure({
  locale,
  t,
  query,
  count: { revision, totals },
  file,
  drawn = true,
}: Props) {
  const address = `/${locale}/summaries/figures/${file}`;
  const formats = [...(drawn ? (['svg', 'png'] as const) : []), 'csv', 'xlsx'] as const;
  return (
    <details className="about">
      <summary>{t('figure.about')}</summary>
      <p>
        {t('figure.counted', { count: totals.needs, revision })} {t('figure.base')}
      </p>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`${address}/${format}${query}`} download>
              {t(`figure.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={address + query}>{t('figure.live')}</a>
        </li>
        <li>
          <a href={address + pinned(query, revision)}>{t('figure.pinned')}</a>
        </li>
      </ul>
    </details>
  );
}
