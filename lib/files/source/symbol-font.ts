/**
 * The characters of the font Symbol at its codes 0x21 to 0xfe, in the order of the codes. A space
 * stands where the font has none, or only a part of a large bracket.
 */
const symbol =
  '!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼' +
  ' '.repeat(33) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑         ' +
  '  〉∫⌠ ⌡         ';
/** The few characters of Wingdings that stand in texts: bullets, arrows, boxes and ticks. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/**
 * Returns the character at a code of a symbol font, as Word and PDF files write it: U+F000 and the
 * code. Undefined where the code or the font is not known.
 */
export function symbolCharacter(text: string, font: string): string | undefined {
  const unit = text.codePointAt(0) ?? 0;
  if (unit < 0xf020 || unit > 0xf0ff) return undefined;
  const code = unit - 0xf000;
  if (/wingdings ?[23]|webdings|marlett|dingbats|mt extra/i.test(font)) return undefined;
  if (/wingdings/i.test(font)) return wingdings[code];
  // Word gives the bullets of lists the codes of Symbol, whatever their font is.
  const character = [...symbol][code - 0x21];
  return character === undefined || character === ' ' ? undefined : character;
}
