import type { RowFault } from '#lib/assistance/activities/import-row';
import {
  allowedIn,
  codedColumns,
  columnLabel,
  type CodedColumn,
} from '#lib/assistance/activities/labels';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatChoice } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';

/**
 * What is wrong in a cell, with its column: for a name that is no State's, the likely ones; for a
 * word that is no choice, the choices.
 */
export function faultText(
  locale: Locale,
  { column, key, value = '', likely = [] }: RowFault,
  words: Pick<Vocabulary, 'topics'>,
): string {
  const t = translator(locale);
  const coded = codedColumns.find((each) => each === column) as CodedColumn | undefined;
  const text =
    key === 'didYouMean'
      ? t('assistance.didYouMean', {
          name: value,
          likely: formatChoice(
            locale,
            likely.map((code) => stateName(code, locale)),
          ),
        })
      : key === 'noState'
        ? t('assistance.noState', { name: value })
        : key === 'unknownChoice' && coded
          ? t('assistance.errors.unknownChoice', {
              value,
              allowed: allowedIn(locale, coded, words).join('; '),
            })
          : errorText(t, `assistance.errors.${key}`);
  return t('imports.columnFault', {
    column: columnLabel(locale, column),
    text: value && !text.includes(value) ? `${text} (${value})` : text,
  });
}
