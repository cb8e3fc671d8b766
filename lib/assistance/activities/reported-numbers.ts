import type { ActivityFields } from '#lib/assistance/activities/fields';
import {
  activityLimits,
  qualifiers,
  type ReportedNumber,
} from '#lib/assistance/activities/vocabulary';
import { readCode } from '#lib/text/written';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';

const groupedBy = (separator: string, least: number) =>
  new RegExp(`^\\d{1,3}(${separator}\\d{3}){${least},4}$`);
/** Blanks, apostrophes and the Arabic sign separate nothing but thousands, in any language. */
const unambiguousGroups = groupedBy(`[ \u2019'\u066c]`, 1);
/**
 * A comma or a full stop separates thousands in one language and decimals in another. Twice in one
 * number, it can only separate thousands.
 */
const repeatedGroups = [groupedBy(',', 2), groupedBy('\\.', 2)];
const ambiguousGroup = /^\d{1,3}[.,]\d{3}$/;

export type ParsedNumber =
  | Readonly<{ value: number }>
  | Readonly<{ fault: 'numberAmbiguous' | 'numberUnreadable' }>;

/**
 * Parses a whole number from 0 to 999,999,999 as people and spreadsheets write it. Refuses `1,200`
 * and `1.200`, which are 1200 in one language and 1.2 in another.
 */
export function parseNumber(text: string): ParsedNumber {
  const trimmed = readCode(text)
    .replace(/[\u00a0\u2009\u202f\u3000]/g, ' ')
    .replaceAll('\u066b', '.');
  if (ambiguousGroup.test(trimmed)) return { fault: 'numberAmbiguous' };
  const digits =
    unambiguousGroups.test(trimmed) || repeatedGroups.some((pattern) => pattern.test(trimmed))
      ? trimmed.replace(/\D/g, '')
      : trimmed;
  return /^\d{1,9}$/.test(digits) ? { value: Number(digits) } : { fault: 'numberUnreadable' };
}

type ParsedRow = Readonly<{ number?: ReportedNumber; field: keyof ActivityFields; fault?: string }>;

/** Parses the rows of numbers of a form, and skips empty rows. */
export function parseReportedNumbers({
  numberValue,
  numberQualifier,
  numberUnit,
}: Readonly<
  Record<'numberValue' | 'numberQualifier' | 'numberUnit', readonly string[]>
>): ParsedRow[] {
  return Array.from({ length: Math.max(numberValue.length, numberUnit.length) }).flatMap(
    (_, i): ParsedRow[] => {
      const value = numberValue[i]?.trim() ?? '';
      const unit = normaliseLine(numberUnit[i] ?? '');
      if (value === '' && unit === '') return [];
      const qualifier = qualifiers.find((code) => code === (numberQualifier[i] ?? 'exactly'));
      const parsed = parseNumber(value);
      if ('fault' in parsed) return [{ field: 'numberValue', fault: parsed.fault }];
      if (!qualifier) return [{ field: 'numberQualifier', fault: 'chooseQualifier' }];
      if (unit === '' || unit.length > activityLimits.unit || !singleLinePattern.test(unit))
        return [{ field: 'numberUnit', fault: 'enterUnit' }];
      return [{ field: 'numberValue', number: { value: parsed.value, qualifier, unit } }];
    },
  );
}
