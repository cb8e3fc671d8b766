import type { SummaryView } from '#components/summaries/summary-view';
import { today } from '#lib/text/dates';

type Props = Pick<SummaryView, 'locale' | 't' | 'query' | 'count'> &
  Readonly<{ /** Its name in addresses. */ file: string; hasChart?: boolean }>;

/** The same filter with the cut-off and the revision fixed, so that its numbers never change. */
function pinnedQuery(query: string, revision: number): string {
  const fixed = new URLSearchParams(query);
  if (!fixed.get('cutoff')) fixed.set('cutoff', today());
  fixed.set('revision', String(revision));
  return `?${fixed}`;
}

/**
 * How a figure is counted, the figure as files, and two links to it: one that stays up to date, and
 * one whose numbers never change.
 */
export function AboutFigure({ locale, t, query, count, file, hasChart = true }: Props) {
  const { revision, totals } = count;
  const address = `/${locale}/summaries/figures/${file}`;
  const formats = [...(hasChart ? (['svg', 'png'] as const) : []), 'csv', 'xlsx'] as const;
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
          <a href={address + pinnedQuery(query, revision)}>{t('figure.pinned')}</a>
        </li>
      </ul>
    </details>
  );
}
