/**
 * Control characters, what turns the direction of writing, and code points that are no characters.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;
/**
 * What nobody sees and no search should stumble over: soft hyphens, breaks of no width, byte order
 * marks.
 */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Shapes of letters that fonts name instead of the letters: ligatures, Arabic forms by place in the
 * word, Chinese radicals.
 */
const shapes = /[\u2e80-\u2fdf\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g;

/**
 * A text that every engine can keep and every reader sees as it was written, with the number of
 * characters that this cost.
 */
export function cleaned(raw: string): Readonly<{ text: string; leftOut: number }> {
  let leftOut = 0;
  const whole = raw.isWellFormed()
    ? raw
    : raw.replace(/\p{Surrogate}/gu, () => {
        leftOut += 1;
        return '\ufffd';
      });
  const text = whole
    .replace(unwanted, () => {
      leftOut += 1;
      return '';
    })
    .replace(invisible, '');
  return {
    text: text
      .replace(shapes, (shape) => shape.normalize('NFKC'))
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .normalize('NFC'),
    leftOut,
  };
}

/**
 * Whether so much of a text is lost that it was decoded wrongly, and quoting from it would spread
 * the damage.
 */
export function isGarbled(text: string): boolean {
  const lost = text.split('\ufffd').length - 1;
  return lost > 20 && lost > text.length / 50;
}
