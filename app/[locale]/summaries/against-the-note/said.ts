import type { FieldError } from '#lib/base/errors';
import { faultSaid } from '#lib/needs/imports/said';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

type Own = Extract<Parameters<Translate>[0], `published.faults.${string}`>;

/**
 * What is wrong with a note that was sent: of its file at row and column, of a field in the words
 * of all forms or its own.
 */
export function noteError(
  t: Translate,
  { field, message, values = {} }: FieldError,
): Readonly<{ field: string; text: string }> {
  const own = `published.faults.${message}` as Own;
  const said = t.has(own)
    ? (t as (key: Own, values: Record<string, string | number>) => string)(own, values)
    : field === 'file'
      ? faultSaid(t, message, values)
      : errorText(t, message);
  const text = values.column
    ? t('imports.columnFault', { column: String(values.column), text: said })
    : said;
  return {
    field,
    text: values.line ? t('imports.rowFault', { row: Number(values.line), text }) : text,
  };
}
