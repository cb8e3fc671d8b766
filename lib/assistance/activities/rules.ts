import type { ActivityFields } from '#lib/assistance/activities/fields';
import { longestActivity, qualifiers, type Reported } from '#lib/assistance/activities/vocabulary';
import { oneLine } from '#lib/text/one-line';

/** ٠ to ٩ and the digits of Persian and of full width, each as its own value. */
const digits = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const grouped = (separator: string, least: number) =>
  new RegExp(`^\\d{1,3}(${separator}\\d{3}){${least},4}$`);
/** Blanks, apostrophes and the Arabic sign separate nothing but thousands, in any language. */
const clear = grouped(`[ \u2019'\u066c]`, 1);
/**
 * A comma or a full stop separates thousands here and decimals there: only where it stands twice it
 * can be but the former.
 */
const twice = [grouped(',', 2), grouped('\\.', 2)];
const once = /^\d{1,3}[.,]\d{3}$/;

export type WrittenNumber =
  | Readonly<{ value: number }>
  | Readonly<{ fault: 'numberAmbiguous' | 'numberUnreadable' }>;

/**
 * A whole number from 0 to 999,999,999 as people and spreadsheets write it. `1,200` and `1.200` are
 * 1200 in one language and 1.2 in another: refused.
 */
export function writtenNumber(text: string): WrittenNumber {
  const tidy = digits(text)
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .trim();
  if (once.test(tidy)) return { fault: 'numberAmbiguous' };
  const plain =
    clear.test(tidy) || twice.some((form) => form.test(tidy)) ? tidy.replace(/\D/g, '') : tidy;
  return /^\d{1,9}$/.test(plain) ? { value: Number(plain) } : { fault: 'numberUnreadable' };
}

type Row = Readonly<{ number?: Reported; field: keyof ActivityFields; fault?: string }>;

/** The rows of numbers of a form: each a number, or what is wrong with it. An empty row is none. */
export function numbersIn({
  numberValue,
  numberQualifier,
  numberUnit,
}: Readonly<Record<'numberValue' | 'numberQualifier' | 'numberUnit', readonly string[]>>): Row[] {
  return Array.from({ length: Math.max(numberValue.length, numberUnit.length) }).flatMap(
    (_, i): Row[] => {
      const written = numberValue[i]?.trim() ?? '';
      const unit = numberUnit[i]?.trim() ?? '';
      if (written === '' && unit === '') return [];
      const qualifier = qualifiers.find((each) => each === (numberQualifier[i] ?? 'exactly'));
      const read = writtenNumber(written);
      if ('fault' in read) return [{ field: 'numberValue', fault: read.fault }];
      if (!qualifier) return [{ field: 'numberQualifier', fault: 'chooseQualifier' }];
      if (unit === '' || unit.length > longestActivity.unit || !oneLine.test(unit))
        return [{ field: 'numberUnit', fault: 'enterUnit' }];
      return [{ field: 'numberValue', number: { value: read.value, qualifier, unit } }];
    },
  );
}
