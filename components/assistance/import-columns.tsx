import type { Translate } from '#lib/text/i18n';

/** The columns that a file of activities may have. */
export const ImportColumns = ({
  t,
  columns,
}: Readonly<{ t: Translate; columns: readonly string[] }>) => (
  <p>
    {t('assistance.importing.columns')}:{' '}
    {columns.map((column, i) => (
      <span key={column}>
        {i > 0 ? ', ' : ''}
        <code>{column}</code>
      </span>
    ))}
    . {t('assistance.importing.lists')}
  </p>
);
