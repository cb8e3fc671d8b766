import type { CellFault } from '#lib/assistance/imports/row';
import { allowedLabels, codedColumns, columnLabel } from '#lib/assistance/activities/labels';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatChoice } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';

/** Formats a fault without its column. */
function faultWithoutColumn(
  locale: Locale,
  t: Translate,
  { column, key, value = '', likely = [] }: CellFault,
  vocabulary: Pick<Vocabulary, 'topics'>,
): string {
  if (key === 'didYouMean') {
    const names = likely.map((code) => stateName(code, locale));
    return t('assistance.didYouMean', { name: value, likely: formatChoice(locale, names) });
  }
  if (key === 'noState') return t('assistance.noState', { name: value });
  const coded = codedColumns.find((each) => each === column);
  if (key !== 'unknownChoice' || !coded) return errorText(t, `assistance.errors.${key}`);
  const allowed = allowedLabels(locale, coded, vocabulary).join('; ');
  return t('assistance.errors.unknownChoice', { value, allowed });
}

/**
 * Formats a fault of a cell with its column: the likely States for an unknown name, the choices for
 * an unknown label.
 */
export function faultText(
  locale: Locale,
  fault: CellFault,
  vocabulary: Pick<Vocabulary, 'topics'>,
): string {
  const t = translator(locale);
  const { column, value = '' } = fault;
  const text = faultWithoutColumn(locale, t, fault, vocabulary);
  return t('imports.columnFault', {
    column: columnLabel(locale, column),
    text: value && !text.includes(value) ? `${text} (${value})` : text,
  });
}
