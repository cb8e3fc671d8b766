import type { FieldError } from '#lib/base/errors';
import { faultMessage } from '#lib/needs/imports/fault-messages';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

type NoteFault = Extract<Parameters<Translate>[0], `published.faults.${string}`>;

/** The message of a fault: of the note, of its file, or of any form. */
function faultText(t: Translate, { field, message, values = {} }: FieldError): string {
  const key = `published.faults.${message}` as NoteFault;
  if (t.has(key)) {
    // The keys differ in their parameters, which only the fault itself knows.
    const translate = t as (key: NoteFault, values: Record<string, string | number>) => string;
    return translate(key, values);
  }
  return field === 'file' ? faultMessage(t, message, values) : errorText(t, message);
}

/** What is wrong with a note that was sent; a fault of its file with row and column. */
export function noteError(
  t: Translate,
  error: FieldError,
): Readonly<{ field: string; text: string }> {
  const { field, values = {} } = error;
  const fault = faultText(t, error);
  const inColumn = values.column
    ? t('imports.columnFault', { column: String(values.column), text: fault })
    : fault;
  const inRow = values.line
    ? t('imports.rowFault', { row: Number(values.line), text: inColumn })
    : inColumn;
  return { field, text: inRow };
}
