const ofNoteMarks = /^[\s\d*†‡§,،–()[\]-]+$/u;
const noteMark = /[\d*†‡§]/u;
const unitBefore = /(?:^|[\s\d])(?:[kcmdксмд])?[mм]$/u;
const powerBefore = /[×x·*]\s?10$/u;
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raises the digits of a text. */
export const raisedDigits = (text: string): string =>
  text.replace(/[0-9]/g, (each) => digits[Number(each)]!);

/**
 * Returns the text of raised characters: as it is where it is letters, as in 1er, and with raised
 * digits where it is a power. Undefined where it is the number of a note, which is left out: beside
 * a number it would be read as a part of it.
 */
export function raisedText(mark: string, before: string): string | undefined {
  if (!ofNoteMarks.test(mark) || !noteMark.test(mark)) return mark;
  const number = mark.trim();
  const isPower = unitBefore.test(before)
    ? /^[23]$/.test(number)
    : /^\d+$/.test(number) && powerBefore.test(before);
  return isPower ? raisedDigits(number) : undefined;
}
