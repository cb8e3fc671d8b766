const roman: readonly (readonly [number, string])[] = [
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
const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function romanNumber(number: number): string {
  let left = number;
  return roman
    .map(([value, letters]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return letters.repeat(times);
    })
    .join('');
}

/** a … z, aa … zz, as Word goes on. */
const letters = (number: number) =>
  String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

function chineseNumber(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? chinese[tens] : ''}${tens > 0 ? '十' : ''}${chinese[units]}`;
}

/** A number as a format of Word writes it; what is not known here is written in digits. */
export function written(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return String(number);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'lowerLetter':
      return letters(Math.min(number, 260));
    case 'upperLetter':
      return letters(Math.min(number, 260)).toUpperCase();
    case 'lowerRoman':
      return romanNumber(number);
    case 'upperRoman':
      return romanNumber(number).toUpperCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return number < 100 ? chineseNumber(number) : String(number);
    default:
      return String(number);
  }
}
