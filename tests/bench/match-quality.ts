import { quality, scored } from '#tests/bench/match-pairs';
import type { Measured } from '#tests/bench/measure';

const said = (part: number) => part.toFixed(2);

/**
 * How good the register's proposals are on the pairs written by hand that its threshold was not
 * chosen on. No ratio of times: they are shares.
 */
export async function benchMatches(say: (line: string) => void): Promise<Measured[]> {
  const measuring = scored().filter((pair) => pair.measuring);
  const { pairs, proposed, right, wanted, precision, recall } = quality(measuring);
  // What whoever goes by the article alone would propose.
  const byArticle = quality(
    measuring.map((pair) => ({ ...pair, score: pair.grounds.includes('article') ? 1 : 0 })),
    1,
  );
  say(
    `  ${pairs} pairs: ${proposed} proposed, ${right} of them rightly, of ${wanted} that a person would propose`,
  );
  const note = `${right} of ${proposed} proposed are right, ${right} of ${wanted} are found; by the article alone ${said(byArticle.precision)} and ${said(byArticle.recall)}`;
  return [
    {
      what: 'proposed matches, precision on pairs written by hand',
      against: 'what a person says',
      ratio: precision,
      aim: 'none',
      met: null,
      note,
    },
    {
      what: 'the same, recall',
      against: 'what a person says',
      ratio: recall,
      aim: 'none',
      met: null,
      note,
    },
  ];
}
