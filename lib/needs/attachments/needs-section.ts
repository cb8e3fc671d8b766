import type { Passage } from '#lib/files/limits';

/** The heading of the section on technical assistance needs in the six languages. */
const headingPattern = new RegExp(
  [
    'technical assistance needs',
    "besoins? (?:d’|d'|en (?:matière d’|matière d')?)assistance technique",
    'necesidades de asistencia técnica',
    'потребност\\p{L}{0,6} в технической помощи',
    '技术援助(?:方面的)?需[求要]',
    '(?:ال)?احتياجات.{0,20}المساعدة التقنية',
  ].join('|'),
  'iu',
);
const longestHeading = 160;
const endsSentence = /[.;:。；：؛]$/u;

const isHeading = ({ text }: Passage) => text.length <= longestHeading && !endsSentence.test(text);
const depth = (number: string) => number.split('.').length;

/**
 * Whether the section ends at this passage. A section numbered 3.6 ends where 3.7 or 4 begins; one
 * without a number ends at the next numbered heading.
 */
function endsAt(passage: Passage, heading: Passage, before: string | null): boolean {
  if (!isHeading(passage)) return false;
  if (/^(?:[IVX]{1,4}\.|annex|anexo|annexe|приложение|附件|مرفق)\s/iu.test(passage.text))
    return true;
  if (passage.number === null || !/^\d/.test(passage.number)) return false;
  const headDepth =
    heading.number !== null && /^\d/.test(heading.number) ? depth(heading.number) : 1;
  if (passage.number.includes('.')) return depth(passage.number) <= headDepth;
  // After 3.6 comes 4; a short item of a list may have any number, and this one after 3.
  const chapter = Number(heading.number?.split('.')[0]);
  const isNextChapter = Number(passage.number) === chapter + 1 && before !== String(chapter);
  return headDepth > 1 && isNextChapter && passage.text.length <= 80;
}

/**
 * Returns for each passage whether it is in a section on technical assistance needs, whose heading
 * does not count.
 */
export function inNeedsSection(passages: readonly Passage[]): boolean[] {
  let heading: Passage | undefined;
  let before: string | null = null;
  return passages.map((passage) => {
    if (isHeading(passage) && headingPattern.test(passage.text)) {
      heading = passage;
      before = null;
      return false;
    }
    if (heading && endsAt(passage, heading, before)) heading = undefined;
    before = passage.number;
    return heading !== undefined;
  });
}
