import { sheetColumns } from '#lib/assistance/activities/labels';
import type { Translate } from '#lib/text/i18n';

/** The columns that a file of activities may have. */
export const ImportColumns = ({ t }: { t: Translate }) => (
  <p>
    {t('assistance.importing.columns')}:{' '}
    {sheetColumns.map((column, i) => (
      <span key={column}>
        {i > 0 ? ', ' : ''}
        <code>{column}</code>
      </span>
    ))}
    . {t('assistance.importing.lists')}
  </p>
);
