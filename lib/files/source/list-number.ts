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
const hebrewNumerals: readonly (readonly [number, string])[] = [
  [400, 'ת'],
  [300, 'ש'],
  [200, 'ר'],
  [100, 'ק'],
  [90, 'צ'],
  [80, 'פ'],
  [70, 'ע'],
  [60, 'ס'],
  [50, 'נ'],
  [40, 'מ'],
  [30, 'ל'],
  [20, 'כ'],
  [16, 'טז'],
  [15, 'טו'],
  [10, 'י'],
  ...[...'טחזוהדגבא'].map((letter, i) => [9 - i, letter] as const),
];

type Format = (number: number) => string | undefined;

const additive =
  (numerals: readonly (readonly [number, string])[], most: number): Format =>
  (number) => {
    if (number > most) return undefined;
    let rest = number;
    return numerals
      .map(([value, letters]) => {
        const times = Math.floor(rest / value);
        rest -= times * value;
        return letters.repeat(times);
      })
      .join('');
  };

/** Symbols that come again when they are used up: a … z, aa … zz, aaa …, as Word numbers. */
const repeated =
  (symbols: string): Format =>
  (number) => {
    const all = [...symbols];
    const times = Math.floor((number - 1) / all.length) + 1;
    return times > 30 ? undefined : all[(number - 1) % all.length]!.repeat(times);
  };

/** Symbols for the first numbers only. */
const first =
  (symbols: string): Format =>
  (number) =>
    [...symbols][number - 1];

/** The digits of a number, one by one. */
const positional =
  (digits: string): Format =>
  (number) =>
    String(number).replace(/\d/g, (digit) => [...digits][Number(digit)]!);

type Counting = Readonly<{
  digits: string;
  units: string;
  /** Whether ten is written "one ten" and not only "ten", also above a hundred. */
  saysOne?: boolean;
  zero?: string;
}>;

/** Counts in tens, hundreds and thousands, as Chinese, Japanese and Korean do. */
const counting =
  ({ digits, units, saysOne = false, zero = '' }: Counting): Format =>
  (number) => {
    const figures = [...String(number)].map(Number);
    if (figures.length > units.length + 1) return undefined;
    let text = '';
    let isGap = false;
    for (const [i, figure] of figures.entries()) {
      const unit = figures.length - 1 - i;
      if (figure === 0) {
        isGap = true;
        continue;
      }
      if (isGap) text += zero;
      isGap = false;
      // Chinese says "ten" for 10 and "one hundred" for 100; Japanese and Korean say "hundred".
      const isPlain = figure === 1 && !saysOne && (zero === '' ? unit > 0 : unit === 1 && i === 0);
      text += `${isPlain ? '' : digits[figure - 1]}${unit > 0 ? units[unit - 1] : ''}`;
    }
    return text;
  };

const hanDigits = '一二三四五六七八九';
const latin = 'abcdefghijklmnopqrstuvwxyz';
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン';
const aiueo =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const koreanTens = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const koreanOnes = ['하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉'];

const upper =
  (format: Format): Format =>
  (number) =>
    format(number)?.toUpperCase();
const fromCode =
  (code: number, most: number): Format =>
  (number) =>
    number <= most ? String.fromCodePoint(code + number - 1) : undefined;
const decimal: Format = String;
const roman = additive(romanNumerals, 3999);

/** The formats of numbers proper, by their names in ECMA-376 (ST_NumberFormat). */
const numberFormats: Readonly<Record<string, Format>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: positional('０１２３４５６７８９'),
  decimalFullWidth2: positional('０１２３４５６７８９'),
  chineseCounting: (number) =>
    number < 100
      ? counting({ digits: hanDigits, units: '十' })(number)
      : positional('○一二三四五六七八九')(number),
  chineseCountingThousand: counting({ digits: hanDigits, units: '十百千', zero: '零' }),
  taiwaneseCounting: (number) =>
    number < 100
      ? counting({ digits: hanDigits, units: '十' })(number)
      : positional('○一二三四五六七八九')(number),
  taiwaneseCountingThousand: counting({ digits: hanDigits, units: '十百千', zero: '零' }),
  taiwaneseDigital: positional('○一二三四五六七八九'),
  ideographDigital: positional('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: positional('〇一二三四五六七八九'),
  japaneseCounting: counting({ digits: hanDigits, units: '十百千' }),
};

/** The formats of letters and signs: what they print is never the number of a paragraph. */
const letterFormats: Readonly<Record<string, Format>> = {
  none: () => '',
  lowerLetter: repeated(latin),
  upperLetter: upper(repeated(latin)),
  lowerRoman: roman,
  upperRoman: upper(roman),
  russianLower: repeated(russian),
  russianUpper: upper(repeated(russian)),
  hebrew1: additive(hebrewNumerals, 499),
  hebrew2: repeated('אבגדהוזחטיכלמנסעפצקרשת'),
  arabicAlpha: repeated('أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: repeated('أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  hindiVowels: first('अआइईउऊऋएऐऑओऔ'),
  hindiConsonants: first('कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह'),
  hindiNumbers: positional('०१२३४५६७८९'),
  thaiLetters: first('กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'),
  thaiNumbers: positional('๐๑๒๓๔๕๖๗๘๙'),
  chicago: repeated('*†‡§'),
  hex: (number) => number.toString(16).toUpperCase(),
  numberInDash: (number) => `- ${number} -`,
  decimalEnclosedCircle: fromCode(0x2460, 20),
  decimalEnclosedCircleChinese: fromCode(0x2460, 20),
  decimalEnclosedFullstop: fromCode(0x2488, 20),
  decimalEnclosedParen: fromCode(0x2474, 20),
  ideographEnclosedCircle: fromCode(0x3280, 10),
  ideographTraditional: first(stems),
  ideographZodiac: first(branches),
  ideographZodiacTraditional: (number) =>
    number > 60 ? undefined : stems[(number - 1) % 10]! + branches[(number - 1) % 12]!,
  ideographLegalTraditional: counting({
    digits: '壹貳參肆伍陸柒捌玖',
    units: '拾佰仟',
    saysOne: true,
    zero: '零',
  }),
  chineseLegalSimplified: counting({
    digits: '壹贰叁肆伍陆柒捌玖',
    units: '拾佰仟',
    saysOne: true,
    zero: '零',
  }),
  japaneseLegal: counting({ digits: '壱弐参四伍六七八九', units: '拾百', saysOne: true }),
  koreanDigital: positional('영일이삼사오육칠팔구'),
  koreanDigital2: positional('零一二三四五六七八九'),
  koreanCounting: counting({ digits: '일이삼사오육칠팔구', units: '십백천' }),
  koreanLegal: (number) =>
    number > 99
      ? undefined
      : (koreanTens[Math.floor(number / 10) - 1] ?? '') + (koreanOnes[(number % 10) - 1] ?? ''),
  ganada: first('가나다라마바사아자차카타파하'),
  chosung: first('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
  aiueo: first(aiueo),
  aiueoFullWidth: first(aiueo),
  iroha: first(iroha),
  irohaFullWidth: first(iroha),
};

const paddedFormat = /^(0+)1,/;

/** How a format of Word prints a number, and whether it is a number or a letter or sign. */
export type ListNumber = Readonly<{ text: string; isNumber: boolean }>;

/**
 * Formats a number in a number format of Word, such as `lowerRoman`, or `custom` with an example.
 * Undefined where it is not known how Word prints it, as with the formats in words, which differ
 * from language to language.
 */
export function formatListNumber(
  number: number,
  format: string,
  example = '',
): ListNumber | undefined {
  const padding = format === 'custom' ? paddedFormat.exec(example)?.[1] : undefined;
  if (padding !== undefined)
    return { text: String(number).padStart(padding.length + 1, '0'), isNumber: true };
  const isNumber = Object.hasOwn(numberFormats, format);
  const formats = isNumber ? numberFormats : letterFormats;
  if (!Object.hasOwn(formats, format) || !Number.isInteger(number)) return undefined;
  if (number < 1 && formats[format] !== decimal)
    return format === 'none' ? { text: '', isNumber } : undefined;
  const text = number > 99_999 ? undefined : formats[format]!(number);
  return text === undefined ? undefined : { text, isNumber };
}
