import type { GridEntry, GridField } from '#components/needs/need-grid';
import type { FormError } from '#components/ui/error-summary';
import type { FieldError } from '#lib/base/errors';
import type { Locale } from '#lib/convention/names';
import { currentSubmission } from '#lib/http/form-page';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

/** The errors that only the grid has, with messages of its own. */
const gridErrors = ['rowNotOpen', 'fieldNotOpened'] as const;

export type GridNames = Readonly<Record<GridField, string>>;

/** The names of the columns. */
export const gridNames = (t: Translate): GridNames => ({
  coding: t('grid.coding'),
  articles: t('grid.articles'),
  general: t('grid.general'),
  priority: t('needs.priority'),
  language: t('needs.language'),
  text: t('needs.text'),
});

function messageOf(locale: Locale, t: Translate, { message, values }: FieldError): string {
  if (message === 'rowMoved') {
    return t('grid.rowMoved', {
      by: String(values?.by ?? ''),
      at: formatInstant(locale, String(values?.at)),
    });
  }
  const own = gridErrors.find((known) => known === message);
  return own ? t(`grid.${own}`) : errorText(t, message);
}

/** The id of the need whose row has an error: `ID.field`. */
const rowOf = (field: string) => field.split('.')[0];

/** Returns the errors of the grid if it was sent, and the rows that somebody else has changed. */
export function errorsOfGrid(locale: Locale, t: Translate, wasSent: boolean) {
  const failure = wasSent ? currentSubmission()?.failure : undefined;
  const errors = failure?.kind === 'invalid' ? failure.errors : [];
  const conflicts = errors.filter(({ message }) => message === 'rowMoved');
  return {
    errors: errors.map((error) => ({ field: error.field, text: messageOf(locale, t, error) })),
    changedRows: new Set(conflicts.map(({ field }) => rowOf(field))),
  };
}

/** Returns the errors with their row and column, as the summary above the grid lists them. */
export const gridErrorSummary = (
  t: Translate,
  errors: readonly FormError[],
  entries: readonly GridEntry[],
  names: GridNames,
): FormError[] =>
  errors.map(({ field, text }) => {
    const column = field.split('.')[1] ?? '';
    const position = entries.findIndex(({ row }) => row.id === rowOf(field)) + 1;
    return {
      field,
      text: t('grid.rowError', {
        row: position,
        field: names[column as GridField] ?? '',
        text,
      }),
    };
  });
