/** Control characters, marks that turn the direction of writing, and noncharacters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;
/** Invisible characters that would disturb a search: soft hyphens, zero widths, byte order marks. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
/**
 * Characters for the shape of a letter, which fonts use instead of the letter: ligatures, Arabic
 * forms by place in the word, Chinese radicals.
 */
const presentationForms = /[\u2e80-\u2fdf\ufb00-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g;

/**
 * Cleans a text, so that both databases can store it and every reader sees it as it was written.
 * Also returns the number of characters that were left out.
 */
export function cleanText(raw: string): Readonly<{ text: string; leftOut: number }> {
  let leftOut = 0;
  const replaceBy = (replacement: string) => () => {
    leftOut += 1;
    return replacement;
  };
  const wellFormed = raw.isWellFormed() ? raw : raw.replace(/\p{Surrogate}/gu, replaceBy('\ufffd'));
  const text = wellFormed
    .replace(forbidden, replaceBy(''))
    .replace(invisible, '')
    .replace(presentationForms, (shape) => shape.normalize('NFKC'))
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .normalize('NFC');
  return { text, leftOut };
}

/** Whether so much of a text is damaged that it was decoded wrongly and must not be quoted. */
export function isGarbled(text: string): boolean {
  const damaged = text.split('\ufffd').length - 1;
  return damaged > 20 && damaged > text.length / 50;
}
