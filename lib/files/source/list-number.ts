const romanNumerals: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function toRoman(number: number): string {
  let rest = number;
  return romanNumerals
    .map(([value, letters]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return letters.repeat(times);
    })
    .join('');
}

/** a … z, aa … zz, aaa …, as Word numbers. */
const toLetters = (number: number) =>
  String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

function toChinese(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? chineseDigits[tens] : ''}${tens > 0 ? '十' : ''}${chineseDigits[units]}`;
}

/** Formats a number in a number format of Word; in digits where the format is unknown. */
export function formatListNumber(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return String(number);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return toLetters(Math.min(number, 260));
    case 'upperLetter':
      return toLetters(Math.min(number, 260)).toUpperCase();
    case 'lowerRoman':
      return toRoman(number);
    case 'upperRoman':
      return toRoman(number).toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return number < 100 ? toChinese(number) : String(number);
    default:
      return String(number);
  }
}
