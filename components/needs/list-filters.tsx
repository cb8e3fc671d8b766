import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  filters: readonly Readonly<{ name: string; value: string; without: string }>[];
  /** The address of the list without any filter. */
  all: string;
}>;

/** The filters in force, each with a link that removes it. */
export function ListFilters({ t, filters, all }: Props) {
  if (filters.length === 0) return null;
  return (
    <nav aria-label={t('list.narrowed')} className="list-filters">
      <p className="note" id="narrowed">
        {t('list.narrowed')}
      </p>
      <ul>
        {filters.map(({ name, value, without }) => (
          <li key={name}>
            <span>
              {name}: <bdi>{value}</bdi>
            </span>{' '}
            <a href={without} aria-label={t('list.removeWhat', { name, value })}>
              {t('list.remove')}
            </a>
          </li>
        ))}
        {filters.length > 1 ? (
          <li>
            <a href={all}>{t('list.removeAll')}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
