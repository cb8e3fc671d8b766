import 'server-only';
import type { SubmittedForm } from '#lib/http/form-page';
import type { Locale } from '#lib/convention/names';
import type { FieldError } from '#lib/base/errors';
import type { FaultValues } from '#lib/files/tables/faults';
import { columnName, type Column } from '#lib/needs/imports/needs/labels';
import { maxReportedFaults } from '#lib/needs/imports/pipeline/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { statuses } from '#lib/needs/model/vocabulary';

type FaultKey = Extract<Parameters<Translate>[0], `imports.faults.${string}`>;

/** Formats the sentence of a fault in the reader's language; the command line has the same keys. */
export function faultMessage(t: Translate, key: string, values: FaultValues = {}): string {
  const path = `imports.faults.${key}`;
  if (!t.has(path as FaultKey)) return t('errors.unreadable');
  const status = statuses.find((known) => known === values.status);
  return (t as (path: string, values: FaultValues) => string)(path, {
    ...values,
    general: t('imports.general'),
    ...(status ? { status: t(`statuses.${status}`) } : {}),
  });
}

/** Returns the name of a column of needs; an unknown column is shown as it is. */
export function needColumnLabel(locale: Locale, t: Translate, column: string): string {
  return t.has(`imports.columns.${column}` as FaultKey)
    ? columnName(locale, column as Column)
    : column;
}

/** Returns what is wrong with an uploaded file, as errors of its field. */
export function fileErrors(
  t: Translate,
  answer: SubmittedForm | undefined,
  columnOf: (column: string) => string,
): Readonly<{ field: string; text: string }>[] {
  const { failure } = answer ?? {};
  if (failure?.kind !== 'invalid') return [];
  return failure.errors
    .slice(0, maxReportedFaults)
    .map(({ field, message, values = {} }: FieldError) => {
      const sentence = faultMessage(t, message, values);
      const text = values.column
        ? t('imports.columnFault', { column: columnOf(String(values.column)), text: sentence })
        : sentence;
      return {
        field,
        text: values.line ? t('imports.rowFault', { row: Number(values.line), text }) : text,
      };
    });
}
